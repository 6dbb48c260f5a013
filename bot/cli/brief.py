"""`dragoman brief`: what `/relations A B` answers, without the sandbox's chat."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.options import Database, Feeds, Language, Now
from bot.cli.terminal import run_until_done

EXAMPLE = "dragoman brief turkey korea --format markdown"


class Format(StrEnum):
    """How the page is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def brief(
    first: Annotated[str, typer.Argument(metavar="A", help="A country, as you write it.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    feed: Feeds = None,
    db: Database = None,
    now: Now = None,
    language: Language = "en",
    format: Annotated[Format, typer.Option(help="text, markdown or html.")] = Format.TEXT,  # noqa: A002  # the option's name
) -> None:
    """Print how two countries stand.

    Without --feed and --db it answers from the sample week.
    """
    from bot.cli.rehearsal import moment_of, rehearsal
    from bot.render import markdown, telegram_html
    from bot.render import text as plain_text
    from diplomacy.reader import Reader
    from handlers.contract import Request
    from handlers.dispatch import answer
    from locales.phrases import language_for

    moment = moment_of(now)
    request = Request("relations", f'"{first}" "{second}"', chat=0, reader=Reader(language_for(language)))

    async def work() -> int:
        async with rehearsal(feed or [], db, moment) as opened:
            document = (await answer(request, opened.house.services)).document
            match format:
                case Format.TEXT:
                    typer.echo(plain_text.text(document))
                case Format.MARKDOWN:
                    typer.echo(markdown.markdown(document))
                case Format.HTML:
                    for part in opened.house.services.split(document):
                        typer.echo(telegram_html.render(part).html)
            return 1 if opened.failures else 0

    raise typer.Exit(run_until_done(work))
