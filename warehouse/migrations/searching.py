"""The full-text index of `published.sought`, which the database itself keeps.

On PostgreSQL row-level security would keep every reader from the index, because the operator that asks it may tell of
rows that are not theirs. So a function of the owner asks it, which itself looks at the regions that were told, and
answers with places only. It reads them by the index alone: a planner that knows no numbers of rows yet would make the
vector of every row for every token anew. SQLite forgets the trigger of a table that `batch_alter_table` makes anew.
"""

from __future__ import annotations

from alembic import op

from warehouse.migrations.rights import IS_SHARED, IS_TOLD, has_roles
from warehouse.roles import PUBLISH, WEB

# It is no part of the tables in the code: of these, SQLite and PostgreSQL have the same.
FULL_TEXT = "sought_index"
IN_A_FILE = (
    f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5"
    "(tokens, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '~_'\")",
    "CREATE TRIGGER sought_is_found AFTER INSERT ON sought "
    "WHEN NOT EXISTS (SELECT 1 FROM sought WHERE place = NEW.place AND rowid <> NEW.rowid) "
    "BEGIN INSERT INTO sought_index(rowid, tokens) VALUES (NEW.place, NEW.tokens); END",
)
AS_VECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"


def _places(is_seen: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION published.sought_places(asked text[]) RETURNS TABLE (place bigint, held text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off SET enable_indexscan = off AS $$
        SELECT found.place, string_agg(token, ' ') FROM unnest(asked) AS one (token) CROSS JOIN LATERAL (
            SELECT place FROM published.sought
            WHERE {AS_VECTOR} @@ quote_literal(token)::tsquery AND ({is_seen}) OFFSET 0
        ) AS found GROUP BY found.place
    $$
    """  # noqa: S608  # of our own texts only


ON_A_SERVER = (
    f"CREATE INDEX {FULL_TEXT} ON published.sought USING gin (({AS_VECTOR})) WITH (fastupdate = off)",
    _places(IS_TOLD),
    "REVOKE EXECUTE ON FUNCTION published.sought_places FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION published.sought_places TO {WEB}, {PUBLISH}",
)


def make_findable() -> None:
    for statement in ON_A_SERVER if has_roles() else IN_A_FILE:
        op.execute(statement)


def find_what_is_shared() -> None:
    if has_roles():
        op.execute(_places(f"({IS_TOLD}) OR {IS_SHARED}"))


def find_what_is_told() -> None:
    if has_roles():
        op.execute(_places(IS_TOLD))


def find_no_more() -> None:
    if has_roles():
        op.execute("DROP FUNCTION published.sought_places")
        op.execute(f"DROP INDEX published.{FULL_TEXT}")
    else:
        op.execute("DROP TRIGGER sought_is_found")
        op.execute(f"DROP TABLE {FULL_TEXT}")
