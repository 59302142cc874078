"""Of experiments their policy domain, next step, end of money, audience and language, as regions sent them.

Revision ID: intake_0009
Revises: intake_0008
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.schemas import schema_of

revision = "intake_0009"
down_revision = "intake_0008"
branch_labels = None
depends_on = None

NAMES = ("policy_domain_code", "next_step", "funding_until", "internal", "language")


def upgrade() -> None:
    with op.batch_alter_table("experiment", schema=schema_of("intake")) as experiment:
        experiment.add_column(sa.Column("policy_domain_code", sa.String(length=24), nullable=True))
        experiment.add_column(sa.Column("next_step", sa.Text(), nullable=True))
        experiment.add_column(sa.Column("funding_until", sa.Date(), nullable=True))
        experiment.add_column(sa.Column("internal", sa.String(length=24), nullable=True))
        experiment.add_column(sa.Column("language", sa.String(length=24), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("experiment", schema=schema_of("intake")) as experiment:
        for name in reversed(NAMES):
            experiment.drop_column(name)
