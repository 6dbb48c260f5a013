"""Tables of news.

What is asked often is told twice (`article_pair`, `article_country`, `article_topic`): one range of a key answers it.
On SQLite their rows lie in the order of the key (`sqlite_with_rowid=False`). Those three and the search index know only
the newest version of an article, so that no query has to look whether a row is old.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from diplomacy.reading.shapes import ArticleKind, Root, Stage
from storage.columns import Id, Moment, OneOf, Prose, Strings
from storage.tables.metadata import metadata

story = Table(
    "story",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("title", Prose, nullable=False),
    Column("pair", Text),
    Column("title_key", Prose, nullable=False),
    Column("tokens", Prose, nullable=False, doc="with spaces between"),
    Column("first", Moment, nullable=False),
    Column("last", Moment, nullable=False),
    Index(None, "pair", "last"),
    Index(None, "title_key", "last"),
    Index(None, "last"),
)

article = Table(
    "article",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
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
    Column("categories", Strings, doc="as the feed had them, to read it again with; null: not kept in its time"),
    Column("reading", Integer, nullable=False, server_default=text("1"), doc="the version that read it"),
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
