"""Options that several commands share; nothing heavy is imported for them."""

from typing import Annotated

import typer

Feeds = Annotated[
    list[str] | None, typer.Option("--feed", help="A feed to read first: a file or an address. Repeatable.")
]
Database = Annotated[str | None, typer.Option("--db", help="A database to ask: sqlite:///… or postgresql://…")]
Now = Annotated[str | None, typer.Option("--now", help="The time it is, as 2025-11-25T08:00:00Z; default: now.")]
Language = Annotated[str, typer.Option("--language", help="The reader's language: en, tr or ko.")]
