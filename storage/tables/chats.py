"""Tables of those who read."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from diplomacy.schedule import Days
from storage.columns import Id, Integers, Moment, OneOf, Prose, Strings
from storage.tables.metadata import metadata

chat = Table(
    "chat",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False, doc="Telegram's"),
    Column("thread", BigInteger),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("zone", Text),
    Column("digest_at", Time, doc="local; null: no digest"),
    Column("digest_days", OneOf(Days), nullable=False),
    Column("next_run_at", Moment, index=True),
    Column("last_digest", Date, doc="the local date that was served last"),
    Column("last_digest_at", Moment),
    Column("empty_days", Integer, nullable=False),
    Column("keep_daily", Boolean, nullable=False),
    Column("stopped", Boolean, nullable=False, doc="Telegram refuses it; its settings are kept"),
    Column("stopped_reason", Prose),
    Column("stopped_at", Moment),
    Column("asked", Prose, doc="the question that a typed answer is awaited to"),
    Column("created_at", Moment, nullable=False),
)


def of_chat() -> ForeignKey:
    """Refer to a chat: what belongs to it moves and ends with it."""
    return ForeignKey("chat.id", onupdate="CASCADE", ondelete="CASCADE")


subscription = Table(
    "subscription",
    metadata,
    Column("chat_id", BigInteger, of_chat(), nullable=False),
    Column("key", Prose, nullable=False),
    Column("countries", Strings, nullable=False),
    Column("topics", Strings, nullable=False),
    Column("words", Strings, nullable=False),
    Column("without", Strings, nullable=False),
    Column("everything", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    PrimaryKeyConstraint("chat_id", "key"),
)

sent_story = Table(
    "sent_story",
    metadata,
    Column("chat_id", BigInteger, of_chat(), nullable=False),
    Column("story_id", ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("chat_id", "story_id"),
    sqlite_with_rowid=False,
)

briefing = Table(
    "briefing",
    metadata,
    Column("chat_id", BigInteger, of_chat(), nullable=False),
    Column("kind", Text, nullable=False),
    Column("local_date", Date, nullable=False),
    PrimaryKeyConstraint("chat_id", "kind", "local_date"),
    sqlite_with_rowid=False,
)
"""Which local dates of a chat were served: the key makes a second time impossible."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("thread", BigInteger),
    Column("dedupe_key", Prose, nullable=False),
    Column("part", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("payload", Prose, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("stories", Integers, nullable=False),
    Column("edits", BigInteger, doc="the message that an edit changes"),
    Column("not_before", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Prose),
    Column("message_id", BigInteger),
    Column("lease_until", Moment, doc="until when the one who claimed it means to be done"),
    Column("created_at", Moment, nullable=False),
    Column("done_at", Moment),
    UniqueConstraint("dedupe_key", "part"),
    Index(None, "state", "id", "not_before"),
)
