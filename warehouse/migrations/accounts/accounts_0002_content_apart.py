"""What stands in the log apart from the chain: of a download it can be erased when its term is over.

Revision ID: accounts_0002
Revises: accounts_0001
"""

import sqlalchemy as sa
from alembic import op

from warehouse.migrations.growing import may_change, only_grows
from warehouse.migrations.rights import has_roles
from warehouse.migrations.schemas import schema_of, standing
from warehouse.roles import INTAKE, PUBLISH

revision = "accounts_0002"
down_revision = "accounts_0001"
branch_labels = None
depends_on = None

HELD = {"written_by": 200, "subject": 400}
REFUSES = "audit_content only loses downloads that are past their term"
# A day less than the term, because the clock of a database may be another by hours. `verify` knows the term itself.
DAYS = 364
# It comes with its own entry, so nothing is put back, or under another entry.
COMES = "NEW.number = (SELECT max(number) FROM {prefix}audit)"
GOES = (
    "EXISTS (SELECT 1 FROM {prefix}audit WHERE number = OLD.number AND event_code = 'gedownload' "
    "AND written_at < {before})"
)
HAS_IT = "EXISTS (SELECT 1 FROM audit_content WHERE number = NEW.number)"


def upgrade() -> None:
    """SQLite makes the table of entries anew, so what guards it is made anew too."""
    may_change("accounts", "audit")
    with op.batch_alter_table("audit", schema=schema_of("accounts")) as audit:
        for name, length in HELD.items():
            audit.alter_column(name, existing_type=sa.String(length=length), nullable=True)
        audit.add_column(sa.Column("digest", sa.String(length=64), nullable=True))
    op.create_index("ix_audit_written_at", "audit", ["written_at"], schema="accounts")
    only_grows("accounts", "audit")
    op.create_table(
        "audit_content",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=False),
        *(sa.Column(name, sa.String(length=length), nullable=False) for name, length in HELD.items()),
        sa.Column("details", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["number"], ["accounts.audit.number"]),
        sa.PrimaryKeyConstraint("number"),
        schema="accounts",
    )
    if op.get_bind().dialect.name == "sqlite":
        _guard_in_a_file()
    else:
        _guard_on_a_server()
    if has_roles():
        _give_rights()


def _guard_in_a_file() -> None:
    comes = COMES.format(prefix="")
    goes = GOES.format(prefix="", before=f"datetime('now', '-{DAYS} days')")
    moments = {
        "insert": f"INSERT ON audit_content WHEN {HAS_IT} OR NOT {comes}",
        "update": "UPDATE ON audit_content",
        "delete": f"DELETE ON audit_content WHEN NOT {goes}",
    }
    for name, moment in moments.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSES}'); END"
        op.execute(f"CREATE TRIGGER audit_content_{name} BEFORE {moment} {refuse}")


def _guard_on_a_server() -> None:
    before = f"(now() AT TIME ZONE 'Europe/Amsterdam') - interval '{DAYS} days'"
    comes, goes = COMES.format(prefix="accounts."), GOES.format(prefix="accounts.", before=before)
    body = (
        f"BEGIN IF TG_OP = 'INSERT' THEN IF {comes} THEN RETURN NEW; END IF; "
        f"ELSIF TG_OP = 'DELETE' THEN IF {goes} THEN RETURN OLD; END IF; END IF; "
        f"RAISE EXCEPTION '{REFUSES}'; END"
    )
    op.execute(f"CREATE FUNCTION accounts.guard_audit_content() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
    moments = {"change": ("INSERT OR UPDATE OR DELETE", "ROW"), "truncate": ("TRUNCATE", "STATEMENT")}
    for name, (moment, each) in moments.items():
        when = f"BEFORE {moment} ON accounts.audit_content FOR EACH {each}"
        op.execute(f"CREATE TRIGGER audit_content_{name} {when} EXECUTE FUNCTION accounts.guard_audit_content()")


def _give_rights() -> None:
    """Whoever keeps to terms erases; the web process already may, as in every table here."""
    for role in (INTAKE, PUBLISH):
        op.execute(f"GRANT SELECT, INSERT, DELETE ON accounts.audit_content TO {role}")


def downgrade() -> None:
    """Entries that hold nothing themselves have no place in the old table, so they must not be there."""
    audit = standing("accounts", "audit")
    if op.get_bind().scalar(sa.select(sa.func.count()).where(audit.c.digest.is_not(None))):
        raise RuntimeError("the log has entries of after accounts_0002, which the tables of before it cannot hold")
    if has_roles():
        for role in (INTAKE, PUBLISH):
            op.execute(f"REVOKE ALL ON accounts.audit_content FROM {role}")
    op.drop_table("audit_content", schema="accounts")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION accounts.guard_audit_content()")
    may_change("accounts", "audit")
    op.drop_index("ix_audit_written_at", "audit", schema="accounts")
    with op.batch_alter_table("audit", schema=schema_of("accounts")) as changed:
        changed.drop_column("digest")
        for name, length in HELD.items():
            changed.alter_column(name, existing_type=sa.String(length=length), nullable=False)
    only_grows("accounts", "audit")
