"""Tables of the house itself."""

from sqlalchemy import Column, Table, Text

from storage.columns import Moment, Prose
from storage.tables.metadata import metadata

house = Table(
    "house",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the database itself: whether `run` or `sandbox` made it."""

choice = Table(
    "choice",
    metadata,
    Column("key", Text, primary_key=True),
    Column("command", Prose, nullable=False),
    Column("kept_at", Moment, doc="when a button last carried it; null: not noted in its time"),
)
"""Commands too long for a button, by the key that the button carries."""
