"""The full-text index of the published area: FTS5 in a file of SQLite, tsvector on PostgreSQL.

It holds the tokens of `published.sought` and is filled by the database itself when a publication adds rows there.
Who asks it gets places. What stands there is read in `published.sought`, where row-level security and the publication
that is looked at decide.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import BigInteger, Connection, Subquery, Text, bindparam, column, text
from sqlalchemy.dialects.postgresql import ARRAY

IN_A_FILE = """
SELECT sought_index.rowid AS place, group_concat(asked.value, ' ') AS held
FROM json_each(:asked) AS asked CROSS JOIN sought_index
WHERE sought_index MATCH '"' || asked.value || '"'
GROUP BY sought_index.rowid
"""
ON_A_SERVER = "SELECT place, held FROM published.sought_places(:asked)"


def places(connection: Connection, tokens: Sequence[str]) -> Subquery:
    """Where any of the tokens stands: `place`, and in `held` those tokens, between spaces."""
    if connection.dialect.name == "sqlite":
        asked = text(IN_A_FILE).bindparams(bindparam("asked", json.dumps(list(tokens)), Text))
    else:
        asked = text(ON_A_SERVER).bindparams(bindparam("asked", list(tokens), ARRAY(Text)))
    return asked.columns(column("place", BigInteger), column("held", Text)).subquery("places")
