"""The full-text index of the published area: FTS5 in a file of SQLite, tsvector on PostgreSQL.

It holds the tokens of `published.sought` and is filled by the database itself when a publication adds rows there.
Who asks it gets places. What stands there is read in `published.sought`, where row-level security and the publication
that is looked at decide.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import ARRAY, BigInteger, Connection, FromClause, Text, bindparam, column, func, select, table

# A column of an FTS5 table that has its name stands for all of it.
INDEX = table("sought_index", column("rowid", BigInteger), column("sought_index", Text))


def places(connection: Connection, tokens: Sequence[str]) -> FromClause:
    """Where any of the tokens stands: `place`, and in `held` those tokens, between spaces."""
    if connection.dialect.name == "sqlite":
        return _in_a_file(tokens)
    asked = bindparam("asked", list(tokens), ARRAY(Text))
    columns = (column("place", BigInteger), column("held", Text))
    return func.published.sought_places(asked).table_valued(*columns, name="places")


def _in_a_file(tokens: Sequence[str]) -> FromClause:
    asked = func.json_each(bindparam("asked", json.dumps(list(tokens)), Text)).table_valued("value", name="asked")
    quoted = '"' + asked.c.value + '"'
    stands = asked.join(INDEX, INDEX.c.sought_index.op("MATCH", is_comparison=True)(quoted))
    held = func.group_concat(asked.c.value, " ").label("held")
    found = select(INDEX.c.rowid.label("place"), held).select_from(stands).group_by(INDEX.c.rowid)
    return found.subquery("places")
