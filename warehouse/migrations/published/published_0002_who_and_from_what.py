"""Which delivery tells a count, who approved it, and a chain through the publications.

Revision ID: published_0002
Revises: published_0001
"""

import sqlalchemy as sa
from alembic import op

from warehouse import chain
from warehouse.migrations.growing import may_change, only_grows
from warehouse.migrations.schemas import schema_of, standing

revision = "published_0002"
down_revision = "published_0001"
branch_labels = None
depends_on = None

HASHES = ("sources_hash", "journal_hash", "previous_hash", "hash")


def upgrade() -> None:
    with op.batch_alter_table("publication", schema=schema_of("published")) as publication:
        publication.add_column(sa.Column("restores", sa.Integer(), nullable=True))
        for name in HASHES:
            publication.add_column(sa.Column(name, sa.String(length=64), nullable=False, server_default=""))
    _create_fact_source()
    _create_delivery_act()
    _chain_publications()
    only_grows("published", "publication")


def _chain_publications() -> None:
    """From what a publication of before the chain was made is not known any more: those two hashes stay empty."""
    bind, table, previous = op.get_bind(), standing("published", "publication"), chain.START
    for row in chain.links(bind, table):
        content = {name: value for name, value in row.items() if name not in chain.HASHES}
        tied = chain.linked(previous, content)
        hashes = {name: tied[name] for name in chain.HASHES}
        bind.execute(sa.update(table).where(table.c.number == row["number"]).values(**hashes))
        previous = tied["hash"]


def _create_fact_source() -> None:
    op.create_table(
        "fact_source",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("fact", sa.String(length=24), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("region_code", "fact", "day", "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", "fact", "day"]
    op.create_index("ix_fact_source_standing", "fact_source", keys, unique=False, schema="published")


def _create_delivery_act() -> None:
    op.create_table(
        "delivery_act",
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("act_code", sa.String(length=24), nullable=False),
        sa.Column("first_publication", sa.Integer(), nullable=False),
        sa.Column("last_publication", sa.Integer(), nullable=True),
        sa.Column("acted_at", sa.DateTime(), nullable=False),
        sa.Column("acted_by", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("region_code", "reference_date", "version", "act_code", "first_publication"),
        schema="published",
    )
    keys = ["last_publication", "region_code", "reference_date", "version", "act_code"]
    op.create_index("ix_delivery_act_standing", "delivery_act", keys, unique=False, schema="published")


def downgrade() -> None:
    may_change("published", "publication")
    for table in ("delivery_act", "fact_source"):
        op.drop_index(f"ix_{table}_standing", table_name=table, schema="published")
        op.drop_table(table, schema="published")
    with op.batch_alter_table("publication", schema=schema_of("published")) as publication:
        for name in (*HASHES, "restores"):
            publication.drop_column(name)
