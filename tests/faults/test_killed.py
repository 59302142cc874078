"""Kill -9 at any moment of any act: nothing lost, nothing doubled, nothing half, and the same act again succeeds."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

from sqlalchemy import Table, func, select

from tests.areas import Areas
from tests.faults.harmed import Commands, commands, warm_process
from tests.faults.warm import Outcome
from tests.warehouse.intake import region
from warehouse.intake.verify import verify as verify_journal
from warehouse.publish.verify import verify as verify_publications
from warehouse.schema import intake
from warehouse.schema.levels import LEVELS
from warehouse.schema.published import publication

__all__ = ["commands", "warm_process"]

ROUNDS = 50
ACTS = ("deliver", "approve", "publish")
# Of one delivery that goes all the way: rows that there must be more of, once the act was carried out.
GROWS = {
    "deliver": {"delivery": 1, "journal": 1},
    "approve": {"approval": len(LEVELS), "journal": len(LEVELS)},
    "publish": {"publication": 1},
}
COUNTED: tuple[Table, ...] = (intake.delivery, intake.approval, intake.journal, publication)
KILLED = -signal.SIGKILL
SEED = int(os.environ.get("TRAJECTMONITOR_FAULTS_SEED", SystemRandom().randrange(10**6)))


@dataclass
class Rounds:
    """What is known so far: how long an act takes, in moments and in seconds, and which file is on its way."""

    areas: Areas
    commands: Commands
    folder: Path
    dice: Random
    lengths: dict[str, Outcome]
    number: int = 0

    def words(self, act: str) -> list[object]:
        if act == "deliver":
            return ["deliver", self.folder / f"AM05 v{self.number}.xlsx"]
        return ["approve", self.number, "--through", LEVELS[-1]] if act == "approve" else ["publish", "--yes"]

    def write_file(self) -> None:
        self.number += 1
        self.folder.joinpath(f"AM05 v{self.number}.xlsx").write_bytes(region.content(self._correct))

    def _correct(self, rows: region.Rows) -> None:
        """Other counts than before, that add up: as many more in one cell of every date."""
        rows["delivery"][0]["correction_reason"] = f"keer {self.number}"
        for row in rows["phase_count"]:
            row["count:16-17"] += self.number * (row["phase_code"] == "F0")

    def harm(self, act: str) -> dict[str, Any]:
        """Before a statement, or at a moment of the clock."""
        length = self.lengths[act]
        if self.dice.random() < 0.5:
            return {"moments": self.dice.randrange(length.moments)}
        return {"seconds": self.dice.uniform(0, length.seconds * 1.1)}


def counts(areas: Areas) -> Counter[str]:
    found: Counter[str] = Counter()
    for table in COUNTED:
        engine = areas.warehouse if table is publication else areas.intake
        with engine.connect() as connection:
            found[table.name] = connection.scalar(select(func.count()).select_from(table)) or 0
    return found


def assert_whole(areas: Areas) -> None:
    """Both chains, with all that hangs on them: rows of every delivery, contents of every publication."""
    with areas.intake.connect() as given, areas.warehouse.connect() as shown:
        journal = verify_journal(given)
        publications = verify_publications(shown, frozenset(journal.hashes))
    assert (journal.broken, publications.broken) == ((), ())


def assert_each_file_once(areas: Areas, folder: Path) -> None:
    with areas.intake.connect() as connection:
        kept = sorted(connection.scalars(select(intake.delivery.c.sha256)))
    assert kept == sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("AM05 v*.xlsx"))


def assert_recovers(areas: Areas, folder: Path) -> int:
    """As after a power cut: what SQLite shares between processes is gone. Returns how many logs were not empty."""
    full = 0
    for engine in (areas.intake, areas.warehouse):
        file, copy = Path(engine.url.database or ""), folder / "after a power cut.db"
        log = file.with_name(f"{file.name}-wal")
        full += log.exists() and log.stat().st_size > 0
        shutil.copy(file, copy)
        if log.exists():
            shutil.copy(log, folder / f"{copy.name}-wal")
        with sqlite3.connect(copy) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        for left in folder.glob(f"{copy.name}*"):
            left.unlink()
    return full


def first_time(rounds: Rounds) -> None:
    """Unharmed, to know how long each act is."""
    rounds.write_file()
    for act in ACTS:
        rounds.lengths[act] = rounds.commands(*rounds.words(act))
        assert rounds.lengths[act].code == 0, rounds.lengths[act].output


def killed_and_again(rounds: Rounds, act: str) -> tuple[int, int]:
    """How the harmed act ended, and how many logs of SQLite were left with something in them."""
    areas, full = rounds.areas, 0
    before = counts(areas)
    after = before + Counter(GROWS[act])
    harm = rounds.harm(act)
    harmed = rounds.commands(*rounds.words(act), **harm)
    assert harmed.code in (0, KILLED), harmed.output
    if areas.intake.dialect.name == "sqlite":
        full = assert_recovers(areas, rounds.folder)
    assert counts(areas) in (before, after), (act, harm)
    assert_whole(areas)
    again = rounds.commands(*rounds.words(act))
    assert again.code == 0, (act, harm, again.output)
    assert counts(areas) == after, (act, harm)
    return harmed.code, full


def test_whatever_moment_an_act_is_killed_it_was_done_or_not(areas: Areas, commands: Commands, tmp_path: Path) -> None:
    print(f"repeat with TRAJECTMONITOR_FAULTS_SEED={SEED}")
    rounds = Rounds(areas, commands, tmp_path, Random(SEED), {})
    first_time(rounds)
    ends: Counter[int] = Counter()
    logs = 0
    for number in range(ROUNDS):
        act = ACTS[number % len(ACTS)]
        if act == "deliver":
            rounds.write_file()
        code, full = killed_and_again(rounds, act)
        ends[code] += 1
        logs += full
        areas.intake.dispose()
        areas.warehouse.dispose()
    assert_whole(areas)
    assert_each_file_once(areas, tmp_path)
    print(f"{ends[KILLED]} of {ROUNDS} killed before their end; {logs} logs of SQLite were recovered")
    assert ends[KILLED] > ROUNDS / 2
