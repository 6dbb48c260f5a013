"""What the house can do, in two tables: every command in the order of `/help`, and every job of the clock."""

from datetime import timedelta

from handlers.commands.about import about
from handlers.commands.country import country
from handlers.commands.delete import delete
from handlers.commands.digest import digest
from handlers.commands.export import export
from handlers.commands.feeds import feeds
from handlers.commands.help import help_for
from handlers.commands.privacy import privacy
from handlers.commands.relations import relations
from handlers.commands.search import search
from handlers.commands.settings import settings
from handlers.commands.start import start
from handlers.commands.stats import stats
from handlers.commands.subscribe import subscribe, subscriptions, unsubscribe
from handlers.contract import Command, Job
from handlers.jobs.brief_subscribers import brief_subscribers, next_due
from handlers.jobs.poll_feeds import next_poll, poll_feeds
from handlers.jobs.tidy import tidy

__all__ = ["COMMANDS", "JOBS", "Command", "Job"]

SHOWS = frozenset({""})
"""Without words such a command only shows something."""

COMMANDS: tuple[Command, ...] = (
    Command("start", (), start, asks_standing=True),
    Command("help", (), help_for(lambda: COMMANDS)),
    Command("relations", ("relation", "rel"), relations),
    Command("country", ("co",), country),
    Command("subscribe", ("follow",), subscribe, changes_settings=True, harmless=SHOWS),
    Command("unsubscribe", ("unfollow",), unsubscribe, changes_settings=True, harmless=SHOWS),
    Command("subscriptions", ("following",), subscriptions),
    Command("digest", ("briefing",), digest, changes_settings=True, harmless=SHOWS | {"now"}),
    Command("search", ("find",), search),
    Command("settings", (), settings, changes_settings=True, harmless=SHOWS),
    Command("feeds", (), feeds),
    Command("about", (), about),
    Command("privacy", (), privacy),
    Command("export", (), export, changes_settings=True),
    Command("delete", (), delete, changes_settings=True),
    Command("stats", (), stats, operators_only=True),
)

JOBS: tuple[Job, ...] = (
    Job("poll feeds", poll_feeds, timedelta(seconds=15), next_poll),
    Job("brief subscribers", brief_subscribers, timedelta(seconds=10), next_due),
    Job("tidy", tidy, timedelta(days=1)),
)
