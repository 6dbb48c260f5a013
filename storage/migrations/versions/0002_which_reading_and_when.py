"""Which reading made what is stored of an article, its categories to read it again with, and when a choice was kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    """Add the columns; neither database rewrites a table for that."""
    op.add_column("article", sa.Column("categories", sa.Text(), nullable=True))
    op.add_column("article", sa.Column("reading", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("choice", sa.Column("kept_at", MOMENT, nullable=True))
