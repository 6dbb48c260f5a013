"""Tables of what reports say, beside pairs, countries and topics."""

from sqlalchemy import Boolean, Column, Double, ForeignKey, Integer, PrimaryKeyConstraint, SmallInteger, Table, Text

from diplomacy.reading.shapes import Modality, Root, Stage
from storage.columns import OneOf, Prose, Strings
from storage.tables.metadata import metadata

event = Table(
    "event",
    metadata,
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("root", OneOf(Root), nullable=False),
    Column("source", Text),
    Column("target", Text),
    Column("pair", Text),
    Column("mutual", Boolean, nullable=False),
    Column("stage", OneOf(Stage)),
    Column("modality", OneOf(Modality), nullable=False),
    Column("tone", Double, nullable=False),
    Column("topics", Strings, nullable=False),
    Column("said", Boolean, nullable=False, doc="the report puts it into somebody's mouth"),
    Column("said_by_name", Prose),
    Column("said_by_country", Text),
    Column("date", Text),
    Column("precision", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("article_id", "position"),
    sqlite_with_rowid=False,
)

figure = Table(
    "figure",
    metadata,
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("text", Prose, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Double, nullable=False),
    Column("unit", Prose),
    Column("of", Prose),
    Column("standing", Text, nullable=False),
    Column("said", Boolean, nullable=False),
    Column("said_by_name", Prose),
    Column("said_by_country", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("article_id", "position"),
    sqlite_with_rowid=False,
)

agenda_item = Table(
    "agenda_item",
    metadata,
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("what", Prose, nullable=False),
    Column("countries", Strings, nullable=False),
    Column("people", Strings, nullable=False),
    Column("place", Prose),
    Column("date", Text),
    Column("precision", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("article_id", "position"),
    sqlite_with_rowid=False,
)
