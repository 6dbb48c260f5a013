"""Tables of where news comes from."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from diplomacy.news import FeedKind, Health
from storage.columns import Id, Moment, OneOf, Prose, Seconds
from storage.tables.metadata import metadata

publisher = Table(
    "publisher",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Prose, nullable=False),
    Column("family", Prose, nullable=False),
    Column("country", Prose, nullable=False, doc="empty where unknown: a null would not be unique"),
    Column("kind", OneOf(FeedKind), nullable=False),
    Column("state_linked", Boolean, nullable=False),
    UniqueConstraint("name", "family", "country", "kind", "state_linked"),
)

feed = Table(
    "feed",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url", Prose, nullable=False, unique=True, doc="as the catalogue has it"),
    Column("address", Prose, nullable=False, doc="where it is asked: after permanent redirects"),
    Column("host", Prose, nullable=False, index=True),
    Column("publisher_id", ForeignKey("publisher.id"), nullable=False),
    Column("language", Text),
    Column("retired", Boolean, nullable=False, doc="no list has it any more; its articles stay"),
    Column("etag", Prose),
    Column("last_modified", Prose),
    Column("body_hash", Text),
    Column("registered_at", Moment, nullable=False),
    Column("next_check_at", Moment, index=True, doc="null: never again"),
    Column("interval", Seconds, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("health", OneOf(Health), nullable=False),
    Column("detail", Prose, nullable=False),
    Column("last_tried_at", Moment),
    Column("last_ok_at", Moment),
    Column("newest_item_at", Moment),
    Column("articles", Integer, nullable=False, doc="newest versions stored now"),
    Column("stored_ever", Boolean, nullable=False, doc="false: what comes first is a backlog"),
)

item = Table(
    "item",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("feed_id", ForeignKey("feed.id"), nullable=False),
    Column("identity", Prose, nullable=False),
    Column("content_hash", Prose, nullable=False, doc="of the newest version"),
    Column("left_at", Moment, doc="when its feed stopped listing it; null while listed"),
    UniqueConstraint("feed_id", "identity"),
)
"""What a feed lists. It outlives its article's text, so that nothing old comes in twice."""
