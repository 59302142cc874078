"""Who may do what with what regions sent.

Revision ID: intake_0003
Revises: intake_0002
"""

from alembic import op

from warehouse.migrations.rights import CHANGE, READ, give, has_roles, take_back
from warehouse.roles import INTAKE, PUBLISH, WEB

revision = "intake_0003"
down_revision = "intake_0002"
branch_labels = None
depends_on = None


# A file of persons that was taken out is cleared away within minutes, instead of when there is much to clear away.
CLEARING = [f"{kind}autovacuum_vacuum_{limit}" for kind in ("", "toast.") for limit in ("threshold", "scale_factor")]


def upgrade() -> None:
    if not has_roles():
        return
    give("intake", INTAKE, CHANGE)
    give("intake", PUBLISH, READ)
    # What waits there was not screened yet, so persons may stand in it.
    op.execute(f"REVOKE ALL ON intake.inbox FROM {PUBLISH}")
    op.execute(f"GRANT USAGE ON SCHEMA intake TO {WEB}")
    op.execute(f"GRANT INSERT ON intake.inbox TO {WEB}")
    op.execute(f"ALTER TABLE intake.inbox SET ({', '.join(f'{name} = 0' for name in CLEARING)})")


def downgrade() -> None:
    if not has_roles():
        return
    op.execute(f"ALTER TABLE intake.inbox RESET ({', '.join(CLEARING)})")
    for role in (WEB, PUBLISH, INTAKE):
        take_back("intake", role)
