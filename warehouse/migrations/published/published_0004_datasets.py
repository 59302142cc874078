"""Which data are kept, why, by whom and for how long.

Revision ID: published_0004
Revises: published_0003
"""

import sqlalchemy as sa
from alembic import op

revision = "published_0004"
down_revision = "published_0003"
branch_labels = None
depends_on = None

TOLD = ("purpose", "holds", "ground", "keeper", "counted", "afterwards")


def upgrade() -> None:
    texts = [sa.Column(f"{name}_{language}", sa.Text(), nullable=False) for name in TOLD for language in ("nl", "en")]
    op.create_table(
        "dataset",
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *texts,
        sa.Column("retention_days", sa.Integer(), nullable=True),
        sa.Column("dpia", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )


def downgrade() -> None:
    op.drop_table("dataset", schema="published")
