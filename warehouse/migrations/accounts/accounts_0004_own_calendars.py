"""A person has a key of a calendar that can be taken back and made anew.

Revision ID: accounts_0004
Revises: accounts_0003
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.schemas import schema_of

revision = "accounts_0004"
down_revision = "accounts_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.Column("calendar_key", sa.String(length=64), nullable=True)
    op.add_column("person", key, schema=schema_of("accounts"))
    op.create_index("ix_person_calendar_key", "person", ["calendar_key"], unique=True, schema=schema_of("accounts"))


def downgrade() -> None:
    op.drop_index("ix_person_calendar_key", "person", schema=schema_of("accounts"))
    op.drop_column("person", "calendar_key", schema=schema_of("accounts"))
