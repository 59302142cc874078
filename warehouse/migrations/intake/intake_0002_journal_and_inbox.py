"""The journal of what is done with deliveries, and the inbox before the door.

Revision ID: intake_0002
Revises: intake_0001
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from warehouse import chain
from warehouse.intake import journal
from warehouse.migrations.growing import may_change, only_grows
from warehouse.migrations.schemas import standing

revision = "intake_0002"
down_revision = "intake_0001"
branch_labels = None
depends_on = None

LEVELS = ("pilot", "regio", "bureau", "ministerie")
SUBJECTS = (
    *("phase_count", "phase_flow", "exit_count", "target", "pilot"),
    *("milestone", "experiment", "experiment_note", "obstacle"),
)
NATIONAL = {"act_code": "bron", "region_code": "NL01", "version": 1, "reason": "CBS StatLine, 84780NED"}


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("written_by", sa.String(length=80), nullable=False),
        sa.Column("act_code", sa.String(length=24), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        schema="intake",
    )
    op.create_table(
        "inbox",
        sa.Column("inbox_id", sa.String(length=36), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("sent_by", sa.String(length=80), nullable=False),
        sa.Column("texts_confirmed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("inbox_id"),
        schema="intake",
    )
    entries = sorted(_done_before(), key=lambda entry: entry["written_at"])
    chain.add(op.get_bind(), _standing("journal"), entries)
    only_grows("intake", "journal")


def _done_before() -> Iterator[dict[str, Any]]:
    """What was done before there was a journal: of one moment in the order in which it was done."""
    heads = {row["delivery_id"]: row for row in _rows("delivery")}
    contents = journal.content_hashes(op.get_bind(), _standing("delivery"), [_standing(name) for name in SUBJECTS])
    for number, head in sorted(heads.items()):
        signed = {"written_at": head["received_at"], "written_by": head["received_by"]}
        yield _entry(head, contents[number], signed, act_code="levering", reason=head["correction_reason"])
    for row in sorted(_rows("approval"), key=lambda row: (row["delivery_id"], LEVELS.index(row["level_code"]))):
        signed = {"written_at": row["approved_at"], "written_by": row["approved_by"]}
        number = row["delivery_id"]
        yield _entry(heads[number], contents[number], signed, act_code=row["level_code"], reason=None)
    if figures := _rows("indicator_value"):
        newest = {"reference_date": max(row["period_from"] for row in figures)}
        signed = {"written_at": max(row["loaded_at"] for row in figures), "written_by": "onbekend"}
        content = journal.source_hash(op.get_bind(), _standing("indicator_value"))
        yield {**NATIONAL, **newest, **signed, "content_hash": content}


def _entry(head: dict[str, Any], content: str, signed: dict[str, Any], **done: Any) -> dict[str, Any]:
    return {**{name: head[name] for name in journal.DELIVERY}, **signed, **done, "content_hash": content}


def _rows(name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.select(_standing(name))).mappings()]


def _standing(name: str) -> sa.Table:
    return standing("intake", name)


def downgrade() -> None:
    may_change("intake", "journal")
    op.drop_table("inbox", schema="intake")
    op.drop_table("journal", schema="intake")
