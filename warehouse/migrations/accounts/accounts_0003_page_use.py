"""How often a kind of page is opened in a month, without who.

Revision ID: accounts_0003
Revises: accounts_0002
"""

import sqlalchemy as sa
from alembic import op

revision = "accounts_0003"
down_revision = "accounts_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page_use",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("page", sa.String(length=40), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "page"),
        schema="accounts",
    )


def downgrade() -> None:
    op.drop_table("page_use", schema="accounts")
