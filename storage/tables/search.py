"""The full-text index, which each database has in its own way."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, column, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from storage.columns import Moment
from storage.tables.articles import article
from storage.tables.metadata import metadata

SEARCH = "article_search"

search_sqlite = table(SEARCH, column("rowid", Integer), column("words", Text), column("tags", Text))
"""On SQLite, where FTS5 keeps tables of its own. A row's number tells time and article (see `searching.py`)."""

on_postgresql = MetaData(naming_convention=metadata.naming_convention)

search_postgresql = Table(
    SEARCH,
    on_postgresql,
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
