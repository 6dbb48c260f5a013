"""All tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    """Make all tables."""
    create_chat()
    create_choice()
    create_house()
    create_outbox()
    create_publisher()
    create_story()
    create_briefing()
    create_feed()
    create_sent_story()
    create_subscription()
    create_item()
    create_article()
    create_agenda_item()
    create_article_country()
    create_article_pair()
    create_article_topic()
    create_event()
    create_figure()
    create_article_search()


def create_chat() -> None:
    """Make a table."""
    op.create_table(
        "chat",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("thread", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("digest_at", sa.Time(), nullable=True),
        sa.Column("digest_days", sa.Text(), nullable=False),
        sa.Column("next_run_at", MOMENT, nullable=True),
        sa.Column("last_digest", sa.Date(), nullable=True),
        sa.Column("last_digest_at", MOMENT, nullable=True),
        sa.Column("empty_days", sa.Integer(), nullable=False),
        sa.Column("keep_daily", sa.Boolean(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("stopped_reason", sa.Text(), nullable=True),
        sa.Column("stopped_at", MOMENT, nullable=True),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat")),
    )
    op.create_index(op.f("ix_chat_next_run_at"), "chat", ["next_run_at"])


def create_choice() -> None:
    """Make a table."""
    op.create_table(
        "choice",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_choice")),
    )


def create_house() -> None:
    """Make a table."""
    op.create_table(
        "house",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_house")),
    )


def create_outbox() -> None:
    """Make a table."""
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread", sa.BigInteger(), nullable=True),
        sa.Column("dedupe_key", sa.Text(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("stories", sa.Text(), nullable=False),
        sa.Column("edits", sa.BigInteger(), nullable=True),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", "part", name=op.f("uq_outbox_dedupe_key_part")),
    )
    op.create_index(op.f("ix_outbox_chat_id"), "outbox", ["chat_id"])
    op.create_index(op.f("ix_outbox_state_id_not_before"), "outbox", ["state", "id", "not_before"])


def create_publisher() -> None:
    """Make a table."""
    op.create_table(
        "publisher",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state_linked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publisher")),
        sa.UniqueConstraint(
            "name",
            "family",
            "country",
            "kind",
            "state_linked",
            name=op.f("uq_publisher_name_family_country_kind_state_linked"),
        ),
    )


def create_story() -> None:
    """Make a table."""
    op.create_table(
        "story",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("pair", sa.Text(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.Column("first", MOMENT, nullable=False),
        sa.Column("last", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_index(op.f("ix_story_last"), "story", ["last"])
    op.create_index(op.f("ix_story_pair_last"), "story", ["pair", "last"])
    op.create_index(op.f("ix_story_title_key_last"), "story", ["title_key", "last"])


def create_briefing() -> None:
    """Make a table."""
    op.create_table(
        "briefing",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_briefing_chat_id"), onupdate="CASCADE", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "kind", "local_date", name=op.f("pk_briefing")),
        sqlite_with_rowid=False,
    )


def create_feed() -> None:
    """Make a table."""
    op.create_table(
        "feed",
        sa.Column("id", ID, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("publisher_id", ID, nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.Text(), nullable=True),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.Column("next_check_at", MOMENT, nullable=True),
        sa.Column("interval", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("health", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("last_tried_at", MOMENT, nullable=True),
        sa.Column("last_ok_at", MOMENT, nullable=True),
        sa.Column("newest_item_at", MOMENT, nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("stored_ever", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["publisher_id"], ["publisher.id"], name=op.f("fk_feed_publisher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("url", name=op.f("uq_feed_url")),
    )
    op.create_index(op.f("ix_feed_host"), "feed", ["host"])
    op.create_index(op.f("ix_feed_next_check_at"), "feed", ["next_check_at"])


def create_sent_story() -> None:
    """Make a table."""
    op.create_table(
        "sent_story",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("story_id", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_sent_story_chat_id"), onupdate="CASCADE", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_sent_story_story_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "story_id", name=op.f("pk_sent_story")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sent_story_story_id"), "sent_story", ["story_id"])


def create_subscription() -> None:
    """Make a table."""
    op.create_table(
        "subscription",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("countries", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("without", sa.Text(), nullable=False),
        sa.Column("everything", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_subscription_chat_id"), onupdate="CASCADE", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "key", name=op.f("pk_subscription")),
    )


def create_item() -> None:
    """Make a table."""
    op.create_table(
        "item",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ID, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("left_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_item_feed_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
        sa.UniqueConstraint("feed_id", "identity", name=op.f("uq_item_feed_id_identity")),
    )


def create_article() -> None:
    """Make a table."""
    op.create_table(
        "article",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("feed_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("published", MOMENT, nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("publisher_id", ID, nullable=False),
        sa.Column("story_id", ID, nullable=False),
        sa.Column("pair", sa.Text(), nullable=True),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("announce", sa.Boolean(), nullable=False),
        sa.Column("arrived", MOMENT, nullable=False),
        sa.Column("corrected", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_article_feed_id")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_article_item_id")),
        sa.ForeignKeyConstraint(["publisher_id"], ["publisher.id"], name=op.f("fk_article_publisher_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_article_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("item_id", "version", name=op.f("uq_article_item_id_version")),
    )
    op.create_index(op.f("ix_article_published"), "article", ["published"])
    op.create_index(op.f("ix_article_story_id"), "article", ["story_id"])


def create_agenda_item() -> None:
    """Make a table."""
    op.create_table(
        "agenda_item",
        sa.Column("article_id", ID, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("countries", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_agenda_item_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_agenda_item")),
        sqlite_with_rowid=False,
    )


def create_article_country() -> None:
    """Make a table."""
    op.create_table(
        "article_country",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("published", MOMENT, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("story_id", ID, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_country_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "country",
            "published",
            "article_id",
            "pair",
            name=op.f("pk_article_country"),
            postgresql_include=["story_id"],
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_article_country_article_id"), "article_country", ["article_id"])


def create_article_pair() -> None:
    """Make a table."""
    op.create_table(
        "article_pair",
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("published", MOMENT, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("story_id", ID, nullable=False),
        sa.Column("publisher_id", ID, nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("decisive", sa.Boolean(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("tone", sa.Double(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_pair_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "pair",
            "published",
            "article_id",
            name=op.f("pk_article_pair"),
            postgresql_include=["publisher_id", "story_id", "topics"],
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_article_pair_article_id"), "article_pair", ["article_id"])


def create_article_topic() -> None:
    """Make a table."""
    op.create_table(
        "article_topic",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("published", MOMENT, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_topic_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic", "published", "article_id", name=op.f("pk_article_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_article_topic_article_id"), "article_topic", ["article_id"])


def create_event() -> None:
    """Make a table."""
    op.create_table(
        "event",
        sa.Column("article_id", ID, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("pair", sa.Text(), nullable=True),
        sa.Column("mutual", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("tone", sa.Double(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.Column("said_by_name", sa.Text(), nullable=True),
        sa.Column("said_by_country", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_event_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_event")),
        sqlite_with_rowid=False,
    )


def create_figure() -> None:
    """Make a table."""
    op.create_table(
        "figure",
        sa.Column("article_id", ID, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.Column("said_by_name", sa.Text(), nullable=True),
        sa.Column("said_by_country", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_figure_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=op.f("pk_figure")),
        sqlite_with_rowid=False,
    )


def create_article_search() -> None:
    """Make the search index, which each database has in its own way."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE article_search USING fts5("
            "words, tags, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
        )
        return
    op.create_table(
        "article_search",
        sa.Column("article_id", ID, nullable=False),
        sa.Column("published", MOMENT, nullable=False),
        sa.Column("vector", TSVECTOR(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_search_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_search")),
    )
    op.create_index(op.f("ix_article_search_published"), "article_search", ["published"])
    op.create_index(op.f("ix_article_search_vector"), "article_search", ["vector"], postgresql_using="gin")
