"""Tables that only grow: the database itself refuses to change a row of them or to take one away.

SQLite forgets the triggers of a table that `batch_alter_table` makes anew: such a migration ends with `only_grows`.
"""

from __future__ import annotations

from alembic import op

REFUSES = "{table} only grows: a row of it is never changed and never taken away"
# The last one keeps INSERT OR REPLACE from taking the old row away, which calls no trigger of DELETE.
IN_A_FILE = {
    "update": "BEFORE UPDATE ON {table}",
    "delete": "BEFORE DELETE ON {table}",
    "replace": "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)",
}
ON_A_SERVER = {
    "change": "BEFORE UPDATE OR DELETE ON {area}.{table} FOR EACH ROW",
    "truncate": "BEFORE TRUNCATE ON {area}.{table} FOR EACH STATEMENT",
}


def only_grows(area: str, table: str) -> None:
    """Its key is `number`."""
    refusal = REFUSES.format(table=table)
    if _is_file():
        for name, moment in IN_A_FILE.items():
            when = moment.format(table=table)
            op.execute(f"CREATE TRIGGER {table}_{name} {when} BEGIN SELECT RAISE(ABORT, '{refusal}'); END")
        return
    body = f"BEGIN RAISE EXCEPTION '{refusal}'; END"
    op.execute(f"CREATE FUNCTION {area}.refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
    for name, moment in ON_A_SERVER.items():
        when = moment.format(area=area, table=table)
        op.execute(f"CREATE TRIGGER {table}_{name} {when} EXECUTE FUNCTION {area}.refuse_{table}()")


def may_change(area: str, table: str) -> None:
    """What `only_grows` made is gone."""
    if _is_file():
        for name in IN_A_FILE:
            op.execute(f"DROP TRIGGER {table}_{name}")
        return
    for name in ON_A_SERVER:
        op.execute(f"DROP TRIGGER {table}_{name} ON {area}.{table}")
    op.execute(f"DROP FUNCTION {area}.refuse_{table}()")


def _is_file() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")
