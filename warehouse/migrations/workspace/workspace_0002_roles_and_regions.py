"""Who may do what with what people write, and of which regions.

Revision ID: workspace_0002
Revises: workspace_0001
"""

from warehouse.migrations.rights import CHANGE, give, has_roles, keep_to_regions, open_to_all_regions, take_back
from warehouse.roles import WEB

revision = "workspace_0002"
down_revision = "workspace_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if has_roles():
        give("workspace", WEB, CHANGE)
        keep_to_regions("workspace.remark")


def downgrade() -> None:
    if has_roles():
        open_to_all_regions("workspace.remark")
        take_back("workspace", WEB)
