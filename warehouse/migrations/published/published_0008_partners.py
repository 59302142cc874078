"""Who takes part in the pilots; why an indicator may have no figure, and who acts.

Revision ID: published_0008
Revises: published_0007
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_to_regions, open_to_all_regions
from warehouse.migrations.schemas import schema_of

revision = "published_0008"
down_revision = "published_0007"
branch_labels = None
depends_on = None

KEYS = ("pilot_code", "partner_kind_code", "organisation")
TOLD = ("absent_nl", "absent_en", "acting_nl", "acting_en")


def upgrade() -> None:
    op.create_table(
        "partner",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("pilot_code", sa.String(length=24), nullable=False),
        sa.Column("partner_kind_code", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=80), nullable=True),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", *KEYS, "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", *KEYS]
    op.create_index("ix_partner_standing", "partner", keys, unique=False, schema="published")
    with op.batch_alter_table("indicator", schema=schema_of("published")) as indicator:
        for name in TOLD:
            indicator.add_column(sa.Column(name, sa.Text(), nullable=True))
    if has_roles():
        keep_to_regions("published.partner")


def downgrade() -> None:
    if has_roles():
        open_to_all_regions("published.partner")
    with op.batch_alter_table("indicator", schema=schema_of("published")) as indicator:
        for name in TOLD:
            indicator.drop_column(name)
    op.drop_index("ix_partner_standing", table_name="partner", schema="published")
    op.drop_table("partner", schema="published")
