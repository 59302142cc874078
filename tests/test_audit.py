"""What `make test` says of known holes in packages, with a finder of our own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.serving import HOUSE

HOLE = {"id": "PYSEC-1", "fix_versions": ["1.1"]}


def _audit(folder: Path, found: list[dict[str, Any]], *, answers: bool = True) -> tuple[int, str]:
    finder, told = folder / "pip-audit", json.dumps({"dependencies": found})
    finder.write_text(f"#!/bin/sh\ncat <<'END'\n{told}\nEND\n" if answers else "#!/bin/sh\nexit 1\n")
    finder.chmod(0o755)
    command = [sys.executable, str(HOUSE / ".ci" / "audit"), str(finder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("found", "answers", "status", "told"),
    [
        ([{"name": "flask", "version": "1.0", "vulns": []}], True, 0, "1 packages looked up, 0 known holes"),
        ([{"name": "flask", "version": "1.0", "vulns": [HOLE]}], True, 1, "flask 1.0: PYSEC-1, mended in 1.1"),
        ([{"name": "ours", "skip_reason": "not there"}], True, 0, "Warning: known holes in packages: 1 are not in the"),
        ([{"name": "flask", "version": "1.0", "vulns": [HOLE]}], False, 0, "does not answer"),
    ],
)
def test_a_known_hole_stops_and_an_absent_database_only_warns(
    tmp_path: Path, found: list[dict[str, Any]], answers: bool, status: int, told: str
) -> None:
    code, said = _audit(tmp_path, found, answers=answers)
    assert (code, told in said) == (status, True)
