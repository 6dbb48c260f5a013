"""The tables.

What is asked often is told twice (`article_pair`, `article_country`, `article_topic`): one range of a key answers it.
On SQLite their rows lie in the order of the key (`sqlite_with_rowid=False`). Those three and the search index know only
the newest version of an article, so that no query has to look whether a row is old.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    Time,
    UniqueConstraint,
    column,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR

from diplomacy.news import FeedKind, Health
from diplomacy.reading.shapes import ArticleKind, Modality, Root, Stage
from storage.columns import Id, Integers, Moment, OneOf, Prose, Seconds, Strings

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


house = Table(
    "house",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the database itself: whether `run` or `sandbox` made it."""

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
    Column("id", Id, primary_key=True),
    Column("feed_id", ForeignKey("feed.id"), nullable=False),
    Column("identity", Prose, nullable=False),
    Column("content_hash", Prose, nullable=False, doc="of the newest version"),
    Column("left_at", Moment, doc="when its feed stopped listing it; null while listed"),
    UniqueConstraint("feed_id", "identity"),
)
"""What a feed lists. It outlives its article's text, so that nothing old comes in twice."""

story = Table(
    "story",
    metadata,
    Column("id", Id, primary_key=True),
    Column("title", Prose, nullable=False),
    Column("pair", Text),
    Column("title_key", Prose, nullable=False),
    Column("tokens", Strings, nullable=False),
    Column("first", Moment, nullable=False),
    Column("last", Moment, nullable=False),
    Index(None, "pair", "last"),
    Index(None, "title_key", "last"),
    Index(None, "last"),
)

article = Table(
    "article",
    metadata,
    Column("id", Id, primary_key=True),
    Column("item_id", ForeignKey("item.id"), nullable=False),
    Column("feed_id", ForeignKey("feed.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("newest", Boolean, nullable=False, doc="false: the outlet has changed it since"),
    Column("url", Prose, nullable=False),
    Column("title", Prose, nullable=False),
    Column("text", Prose, nullable=False),
    Column("language", Text),
    Column("kind", OneOf(ArticleKind), nullable=False),
    Column("published", Moment, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("publisher_id", ForeignKey("publisher.id"), nullable=False),
    Column("story_id", ForeignKey("story.id"), nullable=False, index=True),
    Column("pair", Text, doc="the pair it is most about"),
    Column("topics", Strings, nullable=False),
    Column("announce", Boolean, nullable=False, doc="false: backlog, or nothing new in it"),
    Column("arrived", Moment, nullable=False, doc="when it was stored, or last told something new"),
    Column("corrected", Moment, doc="when the outlet changed an actor, number, negation or stage"),
    UniqueConstraint("item_id", "version"),
    Index(None, "published"),
)

article_pair = Table(
    "article_pair",
    metadata,
    Column("pair", Text, nullable=False),
    Column("published", Moment, nullable=False),
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("story_id", Id, nullable=False),
    Column("publisher_id", Id, nullable=False),
    Column("topics", Strings, nullable=False),
    Column("decisive", Boolean, nullable=False, doc="news that tells an event between the two"),
    Column("event", OneOf(Root)),
    Column("stage", OneOf(Stage)),
    Column("tone", Double, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("pair", "published", "article_id", postgresql_include=["publisher_id", "story_id", "topics"]),
    sqlite_with_rowid=False,
)
"""Which reports tie two countries; one range of the key is one dossier."""

article_country = Table(
    "article_country",
    metadata,
    Column("country", Text, nullable=False),
    Column("published", Moment, nullable=False),
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("pair", Text, nullable=False, doc="empty where the report has no other country to do with this one"),
    Column("lead", Boolean, nullable=False, doc="the one row that stands for the report in a list of the country's"),
    Column("story_id", Id, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    PrimaryKeyConstraint("country", "published", "article_id", "pair", postgresql_include=["story_id"]),
    sqlite_with_rowid=False,
)
"""Which reports name a country: one row for each pair it is in, else one."""

article_topic = Table(
    "article_topic",
    metadata,
    Column("topic", Text, nullable=False),
    Column("published", Moment, nullable=False),
    Column("article_id", ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("topic", "published", "article_id"),
    sqlite_with_rowid=False,
)

happening = Table(
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

chat = Table(
    "chat",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False, doc="Telegram's"),
    Column("thread", BigInteger),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("zone", Text),
    Column("digest_at", Time, doc="local; null: no digest"),
    Column("digest_days", Text, nullable=False),
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

choice = Table(
    "choice",
    metadata,
    Column("key", Text, primary_key=True),
    Column("command", Prose, nullable=False),
)
"""Commands too long for a button, by the key that the button carries."""

SEARCH = "article_search"

search_sqlite = table(SEARCH, column("rowid", Integer), column("words", Text), column("tags", Text))
"""The same on SQLite, where FTS5 keeps its own tables. A row's number tells time and article (see `search.py`)."""

searching = MetaData(naming_convention=metadata.naming_convention)

search_postgresql = Table(
    SEARCH,
    searching,
    Column("article_id", ForeignKey(article.c.id, ondelete="CASCADE"), primary_key=True),
    Column("published", Moment, nullable=False, index=True),
    Column("vector", TSVECTOR, nullable=False),
    Index(None, "vector", postgresql_using="gin"),
)

CREATE_FTS5 = text(
    "CREATE VIRTUAL TABLE article_search USING fts5("
    "words, tags, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
)
"""The words come folded and parted by `folding.py`; the tokenizer only splits at the spaces."""


def create(connection: Connection) -> None:
    """Make all tables in an empty database."""
    metadata.create_all(connection, checkfirst=False)
    if connection.dialect.name == "postgresql":
        searching.create_all(connection, checkfirst=False)
    else:
        connection.execute(CREATE_FTS5)
