"""`/search words [window]`: stored reports that hold all of these words, newest first."""

import re
from dataclasses import dataclass
from datetime import date

from diplomacy.briefing.pages import search as pages
from diplomacy.briefing.pages.reports import LAST_PAGE, leaf, reach
from diplomacy.countries.windows import LONGEST_WINDOW
from diplomacy.relations.asked import Moment, Window
from diplomacy.relations.asking import LONGEST, listed
from handlers.contract import Reply, ReplyPlace, Request, Services

_DAYS = re.compile(r"(?:^|\s)(?P<days>\d{1,4})\s?(?:d|days?|g|gün|일)\s*$", re.IGNORECASE)
_SINCE = re.compile(r"(?:^|\s)since\s(?P<since>\d{4}-\d\d-\d\d)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for, and how far back; None: in all that is stored."""

    words: str
    window: Window | None


async def search(request: Request, services: Services) -> Reply:
    """Find reports by their words."""
    question = listed(request.words)
    sought = sought_in(question.text)
    reader = request.reader
    if len(request.words) > LONGEST:
        return Reply(pages.too_long(len(request.words), reader))
    if not any(letter.isalnum() for letter in sought.words):
        return Reply(pages.what_to_search(reader))
    now = services.now()
    moment = Moment(now, sought.window.begins(now, reader) if sought.window else now, now)
    number = min(question.page or 1, LAST_PAGE)
    async with services.storage.reading() as store:
        since = moment.since if sought.window else None
        page = leaf(await store.search.find(sought.words, since, now, reach(number)), number)
        articles = 0 if page.reports else (await store.feeds.totals()).articles
    if not page.reports:
        return Reply(pages.nothing_found(sought.words, sought.window, moment, articles, reader))
    place = ReplyPlace.SAME_MESSAGE if request.pressed else ReplyPlace.NEW_MESSAGE
    return Reply(pages.found(page, sought.words, sought.window, moment, reader), place)


def sought_in(text: str) -> Sought:
    """Split off a window at the end: `30d`, `since 2026-01-01`; a bare number is a word like any other."""
    if found := _DAYS.search(text):
        days = int(found["days"])
        if 1 <= days <= LONGEST_WINDOW:
            return Sought(_tidy(text[: found.start()]), Window(days))
    if found := _SINCE.search(text):
        try:
            return Sought(_tidy(text[: found.start()]), Window(since=date.fromisoformat(found["since"])))
        except ValueError:  # such as 2026-02-30: words like any others
            return Sought(_tidy(text), None)
    return Sought(_tidy(text), None)


def _tidy(text: str) -> str:
    return " ".join(text.split())
