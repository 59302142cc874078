"""Waiting, intakes, turning 18, registrations, life domains, aftercare and steps forward; national events.

Revision ID: published_0005
Revises: published_0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.rights import has_roles, keep_to_regions, open_to_all_regions
from warehouse.migrations.schemas import schema_of

revision = "published_0005"
down_revision = "published_0004"
branch_labels = None
depends_on = None

COUNTS = {
    "waiting_count": ("reference_date", "waiting_class_code"),
    "intake_count": ("reference_date", "waiting_class_code"),
    "turning_18": ("reference_date", "support_code"),
    "registration_count": ("reference_date", "approach_code", "system_count_code"),
    "domain_count": ("reference_date", "domain_code", "state_code"),
    "retention_count": ("period", "after_code", "state_code"),
    "step_age": ("reference_date", "progress_code", "age_band_code"),
    "step_duration": ("reference_date", "progress_code", "duration_code"),
}


def _lists() -> dict[str, list["sa.Column[Any]"]]:
    return {
        "waiting_class": [],
        "support_after_18": [sa.Column("arranged", sa.Boolean(), nullable=False)],
        "system_count": [sa.Column("systems", sa.Integer(), nullable=False)],
        "approach": [],
        "domain_scope": [],
        "domain_state": [],
        "follow_moment": [sa.Column("months", sa.Integer(), nullable=False)],
        "follow_state": [],
        "progress": [sa.Column(f"{end}_code", sa.String(length=24), nullable=False) for end in ("from", "to")],
        "duration": [
            sa.Column("from_days", sa.Integer(), nullable=False),
            sa.Column("to_days", sa.Integer(), nullable=True),
        ],
        "event": [sa.Column("happened_on", sa.Date(), nullable=False), sa.Column("url", sa.Text(), nullable=True)],
    }


def upgrade() -> None:
    for name, columns in _lists().items():
        _create_list(name, *columns)
    with op.batch_alter_table("indicator_version", schema=schema_of("published")) as version:
        version.add_column(sa.Column("lag_months", sa.Integer(), nullable=True))
    for name, (day, *codes) in COUNTS.items():
        _create_count(name, day, *codes)
    if has_roles():
        for name in COUNTS:
            keep_to_regions(f"published.{name}")


def _create_list(name: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        name,
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("code"),
        schema="published",
    )


def _create_count(name: str, day: str, *codes: str) -> None:
    op.create_table(
        name,
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column(day, sa.Date(), nullable=False),
        *(sa.Column(code, sa.String(length=24), nullable=False) for code in codes),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("youths", sa.Integer(), nullable=False),
        sa.Column("regions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", day, *codes, "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", day, *codes]
    op.create_index(f"ix_{name}_standing", name, keys, unique=False, schema="published")


def downgrade() -> None:
    if has_roles():
        for name in COUNTS:
            open_to_all_regions(f"published.{name}")
    for name in COUNTS:
        op.drop_index(f"ix_{name}_standing", table_name=name, schema="published")
        op.drop_table(name, schema="published")
    with op.batch_alter_table("indicator_version", schema=schema_of("published")) as version:
        version.drop_column("lag_months")
    for name in _lists():
        op.drop_table(name, schema="published")
