"""Lessons, room in the rules, and what experiments and lessons are found by, with its full-text index.

Revision ID: published_0011
Revises: published_0010
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_to_regions, open_to_all_regions
from warehouse.migrations.searching import find_no_more, make_findable

revision = "published_0011"
down_revision = "published_0010"
branch_labels = None
depends_on = None

LISTS = ("lesson_lens", "rule_scope")


def _code(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.String(length=24), nullable=False)


def _tables() -> dict[str, tuple[list[str], list["sa.Column[Any]"]]]:
    return {
        "lesson": (
            ["lesson_code"],
            [
                *(_code("experiment_code"), _code("lens_code")),
                sa.Column("learned", sa.Text(), nullable=False),
                sa.Column("learned_on", sa.Date(), nullable=False),
            ],
        ),
        "rule_room": (
            ["rule_code"],
            [
                _code("pilot_code"),
                sa.Column("rule", sa.String(length=160), nullable=False),
                sa.Column("why", sa.Text(), nullable=False),
                _code("scope_code"),
                sa.Column("until_on", sa.Date(), nullable=True),
                sa.Column("result", sa.Text(), nullable=True),
                sa.Column("change_asked", sa.Text(), nullable=True),
                sa.Column("reported_on", sa.Date(), nullable=False),
            ],
        ),
        "sought": (
            ["kind_code", "sought_code"],
            [
                sa.Column("place", sa.BigInteger(), nullable=False),
                sa.Column("tokens", sa.Text(), nullable=False),
            ],
        ),
    }


def upgrade() -> None:
    for name in LISTS:
        _create_list(name)
    for name, (codes, values) in _tables().items():
        _create_versioned(name, codes, values)
    op.create_index("ix_sought_place", "sought", ["place"], unique=False, schema="published")
    make_findable()
    if has_roles():
        for name in _tables():
            keep_to_regions(f"published.{name}")


def _create_list(name: str) -> None:
    op.create_table(
        name,
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )


def _create_versioned(name: str, codes: list[str], values: list["sa.Column[Any]"]) -> None:
    op.create_table(
        name,
        sa.Column("region_code", sa.String(length=8), nullable=False),
        *map(_code, codes),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        *values,
        sa.PrimaryKeyConstraint("region_code", *codes, "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", *codes]
    op.create_index(f"ix_{name}_standing", name, keys, unique=False, schema="published")


def downgrade() -> None:
    find_no_more()
    if has_roles():
        for name in _tables():
            open_to_all_regions(f"published.{name}")
    op.drop_index("ix_sought_place", table_name="sought", schema="published")
    for name in _tables():
        op.drop_index(f"ix_{name}_standing", table_name=name, schema="published")
        op.drop_table(name, schema="published")
    for name in LISTS:
        op.drop_table(name, schema="published")
