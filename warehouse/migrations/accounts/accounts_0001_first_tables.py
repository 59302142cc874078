"""Persons, what they may see, their sessions, guests, and the log of what was done.

Revision ID: accounts_0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.growing import may_change, only_grows
from warehouse.migrations.rights import ADD, CHANGE, give, has_roles, take_back
from warehouse.roles import INTAKE, PUBLISH, WEB

revision = "accounts_0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("attempt", "session", "guest_link", "invitation", "person_region", "person")


def upgrade() -> None:
    _make_persons()
    _make_guests_and_sessions()
    _make_audit()
    if has_roles():
        _give_rights()


def _make_persons() -> None:
    op.create_table(
        "person",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role_code", sa.String(length=16), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("identity", sa.String(length=400), nullable=True),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("login"),
        sa.UniqueConstraint("identity"),
        schema="accounts",
    )
    op.create_table(
        "person_region",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        _of_person("person_id"),
        sa.PrimaryKeyConstraint("person_id", "region_code"),
        schema="accounts",
    )
    op.create_table(
        "invitation",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        _of_person("person_id"),
        sa.PrimaryKeyConstraint("token_hash"),
        schema="accounts",
    )


def _make_guests_and_sessions() -> None:
    op.create_table(
        "guest_link",
        sa.Column("guest_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("publication", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("guest_id"),
        sa.UniqueConstraint("token_hash"),
        schema="accounts",
    )
    op.create_table(
        "session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("guest_id", sa.Integer(), nullable=True),
        sa.Column("as_person_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        _of_person("person_id"),
        _of_person("as_person_id"),
        sa.ForeignKeyConstraint(["guest_id"], ["accounts.guest_link.guest_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash"),
        schema="accounts",
    )
    op.create_index("ix_session_person", "session", ["person_id"], schema="accounts")
    op.create_table(
        "attempt",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("login_hash", sa.String(length=64), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("tried_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id"),
        schema="accounts",
    )
    op.create_index("ix_attempt_tried_at", "attempt", ["tried_at"], schema="accounts")


def _make_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("event_code", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=400), nullable=False),
        sa.Column("details", sa.Text(), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        schema="accounts",
    )
    only_grows("accounts", "audit")


def _of_person(column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["accounts.person.person_id"], ondelete="CASCADE")


def _give_rights() -> None:
    """Who approves or publishes writes that down, and sees nothing of persons."""
    give("accounts", WEB, CHANGE)
    for role in (INTAKE, PUBLISH):
        op.execute(f"GRANT USAGE ON SCHEMA accounts TO {role}")
        op.execute(f"GRANT {', '.join(ADD)} ON accounts.audit TO {role}")


def downgrade() -> None:
    if has_roles():
        for role in (INTAKE, PUBLISH, WEB):
            take_back("accounts", role)
    may_change("accounts", "audit")
    op.drop_table("audit", schema="accounts")
    for table in TABLES:
        op.drop_table(table, schema="accounts")
