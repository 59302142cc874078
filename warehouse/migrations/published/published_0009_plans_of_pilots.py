"""When a pilot starts, who judges a milestone, what comes next for an obstacle, and what partners did.

Revision ID: published_0009
Revises: published_0008
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_to_regions, open_to_all_regions
from warehouse.migrations.schemas import schema_of

revision = "published_0009"
down_revision = "published_0008"
branch_labels = None
depends_on = None

ADDED = (
    ("pilot", "starts_on", sa.Date()),
    ("milestone", "judged_by", sa.String(length=80)),
    ("obstacle", "next_step", sa.Text()),
)


def upgrade() -> None:
    for table, name, kind in ADDED:
        with op.batch_alter_table(table, schema=schema_of("published")) as changed:
            changed.add_column(sa.Column(name, kind, nullable=True))
    op.create_table(
        "checklist",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step_code", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )
    op.create_table(
        "partner_action",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("action_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("region_code", "pilot_code", "action_code", "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", "pilot_code", "action_code"]
    op.create_index("ix_partner_action_standing", "partner_action", keys, unique=False, schema="published")
    if has_roles():
        keep_to_regions("published.partner_action")


def downgrade() -> None:
    if has_roles():
        open_to_all_regions("published.partner_action")
    op.drop_index("ix_partner_action_standing", table_name="partner_action", schema="published")
    op.drop_table("partner_action", schema="published")
    op.drop_table("checklist", schema="published")
    for table, name, _kind in reversed(ADDED):
        with op.batch_alter_table(table, schema=schema_of("published")) as changed:
            changed.drop_column(name)
