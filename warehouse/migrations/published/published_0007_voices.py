"""What young people themselves answer, and whether one is at the table.

Revision ID: published_0007
Revises: published_0006
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_to_regions, open_to_all_regions

revision = "published_0007"
down_revision = "published_0006"
branch_labels = None
depends_on = None

LISTS = ("pulse_question", "pulse_answer", "at_table")
KEYS = {"pulse_count": ("period", "question_code", "answer_code"), "steering_meeting": ("held_on",)}


def upgrade() -> None:
    for name in LISTS:
        op.create_table(
            name,
            sa.Column("code", sa.String(length=24), nullable=False),
            sa.Column("name_nl", sa.String(length=120), nullable=False),
            sa.Column("name_en", sa.String(length=120), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.PrimaryKeyConstraint("code"),
            schema="published",
        )
    codes = [sa.Column(f"{what}_code", sa.String(length=24), nullable=False) for what in ("question", "answer")]
    numbers = [sa.Column(name, sa.Integer(), nullable=False) for name in ("youths", "regions")]
    _create("pulse_count", sa.Column("period", sa.Date(), nullable=False), *codes, *numbers)
    held_on = sa.Column("held_on", sa.Date(), nullable=False)
    _create("steering_meeting", held_on, sa.Column("at_table_code", sa.String(length=24), nullable=False))
    if has_roles():
        for name in KEYS:
            keep_to_regions(f"published.{name}")


def _create(name: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        name,
        sa.Column("region_code", sa.String(length=8), nullable=False),
        *columns,
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("region_code", *KEYS[name], "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", *KEYS[name]]
    op.create_index(f"ix_{name}_standing", name, keys, unique=False, schema="published")


def downgrade() -> None:
    if has_roles():
        for name in KEYS:
            open_to_all_regions(f"published.{name}")
    for name in KEYS:
        op.drop_index(f"ix_{name}_standing", table_name=name, schema="published")
        op.drop_table(name, schema="published")
    for name in LISTS:
        op.drop_table(name, schema="published")
