"""Pages about the house itself: help, what it is, what it keeps, and figures for operators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from diplomacy.briefing.document import Choice, Code, Document, Items, Line, Section, Table, Text
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.news import Health
from diplomacy.reader import Reader
from locales.formats import number

UNCERTAIN_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A message of which nobody knows whether it came: its connection broke while it was sent."""

    chat: int
    reason: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What an operator wants to know at a glance."""

    chats: int
    stopped: int
    with_digest: int
    subscriptions: int
    articles: int
    stories: int
    outbox: Mapping[str, int]
    """Messages by state."""
    feeds: Mapping[Health, int]
    uncertain: tuple[Uncertain, ...]


def help_page(commands: Sequence[str], reader: Reader) -> Document:
    """Name what works, each with a line, and three things to try."""
    tries = (Choice(words(reader, f"help.try.{name}"), words(reader, f"help.try.{name}")) for name in ("1", "2"))
    return Document(
        (
            telling.titled(words(reader, "help.title")),
            telling.paragraph(reader, "help.intro"),
            telling.GAP,
            *(telling.paragraph(reader, f"help.{name}", command=Code(f"/{name}")) for name in commands),
            telling.GAP,
            telling.paragraph(reader, "help.countries"),
            telling.rows(list(tries), width=1),
        )
    )


def about(bot_name: str, reader: Reader) -> Document:
    """Say what this is, how it works, and what it refuses to do."""
    return Document(
        (
            telling.titled(words(reader, "about.title")),
            telling.paragraph(reader, "about.what"),
            telling.GAP,
            telling.paragraph(reader, "about.how"),
            telling.GAP,
            Section(words(reader, "about.refuses")),
            Items(tuple(phrase(reader, f"about.refuses.{each}") for each in ("invent", "translate", "confirm"))),
            telling.GAP,
            telling.paragraph(reader, "about.limits"),
            *((telling.faint(words(reader, "about.bot", name=bot_name)),) if bot_name else ()),
            telling.rows(
                [
                    Choice(words(reader, "about.button.feeds"), "/feeds"),
                    Choice(words(reader, "about.button.privacy"), "/privacy"),
                    Choice(words(reader, "about.button.help"), "/help"),
                ]
            ),
        )
    )


def privacy(retention_days: int, reader: Reader) -> Document:
    """Say what is stored about a chat, why, and how long; and how to get it or end it."""
    kept = ("chat", "settings", "follows", "told", "dates", "outbox", "buttons")
    return Document(
        (
            telling.titled(words(reader, "privacy.title")),
            telling.paragraph(reader, "privacy.intro"),
            telling.GAP,
            Section(words(reader, "privacy.kept")),
            Items(tuple(_kept(reader, each, retention_days) for each in kept)),
            telling.GAP,
            Section(words(reader, "privacy.not_kept")),
            telling.paragraph(reader, "privacy.never"),
            telling.GAP,
            telling.paragraph(reader, "privacy.operator"),
            telling.paragraph(reader, "privacy.yours", export=Code("/export"), delete=Code("/delete")),
            telling.rows(
                [
                    Choice(words(reader, "privacy.button.export"), "/export"),
                    Choice(words(reader, "privacy.button.delete"), "/delete"),
                ]
            ),
        )
    )


def _kept(reader: Reader, what: str, retention_days: int) -> Line:
    return phrase(reader, f"privacy.{what}", retention_days if what == "told" else None)


def stats(figures: Figures, now: datetime, reader: Reader) -> Document:
    """Tell operators how the house fares."""
    uncertain = Items(
        tuple((Code(str(one.chat)), Text(f" {one.reason}")) for one in figures.uncertain[:UNCERTAIN_SHOWN])
    )
    return Document(
        (
            telling.titled(words(reader, "stats.title")),
            telling.faint(telling.as_of(reader, now)),
            Section(words(reader, "stats.chats")),
            _table(reader, "stats.chat", _chats(figures)),
            telling.GAP,
            Section(words(reader, "stats.outbox")),
            _table(reader, "stats.state", figures.outbox),
            *((telling.paragraph(reader, "stats.uncertain"), uncertain) if figures.uncertain else ()),
            telling.GAP,
            Section(words(reader, "stats.feeds")),
            _table(reader, "stats.health", {str(health): feeds for health, feeds in figures.feeds.items()}),
            telling.GAP,
            Section(words(reader, "stats.store")),
            _table(reader, "stats.stored", {"articles": figures.articles, "stories": figures.stories}),
        )
    )


def _chats(figures: Figures) -> dict[str, int]:
    return {
        "all": figures.chats,
        "with_digest": figures.with_digest,
        "stopped": figures.stopped,
        "subscriptions": figures.subscriptions,
    }


def _table(reader: Reader, keys: str, counts: Mapping[str, int]) -> Table:
    rows = tuple((words(reader, f"{keys}.{name}"), number(reader.language, count)) for name, count in counts.items())
    return Table((words(reader, f"{keys}.head"), words(reader, "stats.count")), rows)
