"""The full-text index of a table with `tokens` and `place`, which the database itself keeps.

On PostgreSQL row-level security would keep every reader from the index, because the operator that asks it may tell of
rows that are not theirs. So a function of the owner asks it, which itself looks at the regions that were told, and
answers with places only. It reads them by the index alone: a planner that knows no numbers of rows yet would make the
vector of every row for every token anew. SQLite forgets the trigger of a table that `batch_alter_table` makes anew.
"""

from __future__ import annotations

from alembic import op

from warehouse.migrations.rights import IS_TOLD, has_roles
from warehouse.roles import PUBLISH, WEB

# It is no part of the tables in the code: of these, SQLite and PostgreSQL have the same.
FULL_TEXT = "sought_index"
IN_A_FILE = (
    "CREATE VIRTUAL TABLE {table}_index USING fts5"
    "(tokens, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '~_'\")",
    "CREATE TRIGGER {table}_is_found AFTER INSERT ON {table} "
    "WHEN NOT EXISTS (SELECT 1 FROM {table} WHERE place = NEW.place AND rowid <> NEW.rowid) "
    "BEGIN INSERT INTO {table}_index(rowid, tokens) VALUES (NEW.place, NEW.tokens); END",
)
AS_VECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"
ON_A_SERVER = (
    "CREATE INDEX {table}_index ON published.{table} USING gin ((" + AS_VECTOR + ")) WITH (fastupdate = off)",
    "CREATE FUNCTION published.{table}_places(asked text[]) RETURNS TABLE (place bigint, held text) "
    "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp "
    "SET enable_seqscan = off SET enable_indexscan = off AS $$ "
    "SELECT held.place, string_agg(token, ' ') FROM unnest(asked) AS one (token) CROSS JOIN LATERAL "
    "(SELECT place FROM published.{table} WHERE "
    + AS_VECTOR
    + " @@ quote_literal(token)::tsquery AND ("
    + IS_TOLD
    + ")"
    " OFFSET 0) AS held GROUP BY held.place $$",
    "REVOKE EXECUTE ON FUNCTION published.{table}_places FROM PUBLIC",
    "GRANT EXECUTE ON FUNCTION published.{table}_places TO " + f"{WEB}, {PUBLISH}",
)


def find_in(table: str) -> None:
    for statement in ON_A_SERVER if has_roles() else IN_A_FILE:
        op.execute(statement.format(table=table))


def find_no_more(table: str) -> None:
    if has_roles():
        op.execute(f"DROP FUNCTION published.{table}_places")
        op.execute(f"DROP INDEX published.{table}_index")
    else:
        op.execute(f"DROP TRIGGER {table}_is_found")
        op.execute(f"DROP TABLE {table}_index")
