"""What people write while they use the product, apart from what regions deliver."""

from sqlalchemy import Column, DateTime, Index, Integer, MetaData, String, Table, Text

AREA = "workspace"
metadata = MetaData(schema=AREA)

remark = Table(
    "remark",
    metadata,
    Column("remark_id", Integer, primary_key=True),
    Column("region_code", String(8), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("publication", Integer, nullable=False),
    Column("written_at", DateTime, nullable=False),
    Column("written_by", String(80), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_remark_region", "region_code", "publication"),
)
