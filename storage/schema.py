"""All tables, and how they are made in an empty database."""

from sqlalchemy import Connection

from storage.tables.articles import article, article_country, article_pair, article_topic, story
from storage.tables.chats import briefing, chat, outbox, sent_story, subscription
from storage.tables.feeds import feed, item, publisher
from storage.tables.house import choice, house
from storage.tables.metadata import metadata
from storage.tables.said import agenda_item, event, figure
from storage.tables.search import CREATE_FTS5, SEARCH, on_postgresql, search_postgresql, search_sqlite

__all__ = [
    "SEARCH",
    "agenda_item",
    "article",
    "article_country",
    "article_pair",
    "article_topic",
    "briefing",
    "chat",
    "choice",
    "create",
    "event",
    "feed",
    "figure",
    "house",
    "item",
    "metadata",
    "outbox",
    "publisher",
    "search_postgresql",
    "search_sqlite",
    "sent_story",
    "story",
    "subscription",
]


def create(connection: Connection) -> None:
    """Make all tables in an empty database."""
    metadata.create_all(connection, checkfirst=False)
    if connection.dialect.name == "postgresql":
        on_postgresql.create_all(connection, checkfirst=False)
    else:
        connection.execute(CREATE_FTS5)
