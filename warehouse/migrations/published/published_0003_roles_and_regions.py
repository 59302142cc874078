"""Who may do what with what was published, and of which regions.

Revision ID: published_0003
Revises: published_0002
"""

from warehouse.migrations.rights import ADD, READ, give, has_roles, keep_to_regions, open_to_all_regions, take_back
from warehouse.roles import PUBLISH, WEB

revision = "published_0003"
down_revision = "published_0002"
branch_labels = None
depends_on = None

OF_REGIONS = (
    *("phase_count", "phase_flow", "exit_count", "phase_total", "flow_total", "exit_total", "indicator_count"),
    *("participation", "pilot", "milestone", "experiment", "experiment_note", "obstacle"),
    *("target", "baseline", "indicator_value", "delivery_status", "fact_source", "delivery_act"),
)


def upgrade() -> None:
    if not has_roles():
        return
    give("published", WEB, READ)
    give("published", PUBLISH, ADD)
    for table in OF_REGIONS:
        keep_to_regions(f"published.{table}")


def downgrade() -> None:
    if not has_roles():
        return
    for table in OF_REGIONS:
        open_to_all_regions(f"published.{table}")
    for role in (PUBLISH, WEB):
        take_back("published", role)
