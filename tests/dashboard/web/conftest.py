from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.settings import WebSettings
from tests.desk import Desk, desk_in


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, settings: WebSettings) -> Iterator[Desk]:
    """With the five invented persons; what one test adds, others see."""
    with desk_in(tmp_path_factory.mktemp("desk"), settings) as made:
        yield made
