"""A season replayed: items appear at their date, each chat gets its digest at its hour, the same way every time.

The dealings in the short season are invented for this test and are no news.
"""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.journeys.processes import line_with, started, telegram_at, until

ISTANBUL, NEW_YORK = 5001, 5002
ZONES = {ISTANBUL: "Europe/Istanbul", NEW_YORK: "America/New_York"}

Messages = dict[int, list[dict[str, str]]]


def short_season(path: Path) -> Path:
    """Ten days around the end of summer time in New York (2 November 2025), one or two items a day."""
    partners = ("Greece", "Iraq", "Japan", "Egypt", "Italy")
    items = []
    for number in range(15):
        moment = datetime(2025, 10, 28, 12, tzinfo=UTC) + timedelta(hours=16 * number)
        title = f"Turkey and {partners[number % 5]} agree on project {number}"
        items.append(
            f"<item><title>{title}</title><guid>{number}</guid><link>https://example.org/{number}</link>"
            f"<pubDate>{format_datetime(moment)}</pubDate><description>{title}, ministers said.</description></item>"
        )
    path.write_text(f'<rss version="2.0"><channel><title>Test season</title>{"".join(items)}</channel></rss>', "utf-8")
    return path


async def replayed(season: Path, folder: Path, patience: float) -> Messages:
    """Replay a season at full speed with two chats that follow Türkiye; what the bot wrote to each unasked."""
    folder.mkdir(exist_ok=True)
    arguments = ("sandbox", "--port", "0", "--replay", str(season))
    async with started(*arguments, env={}, folder=folder) as process:
        origin = await line_with(process, "http://")
        async with telegram_at(origin) as telegram:
            for chat, zone in ZONES.items():
                await telegram.put(f"chats/{chat}", {"type": "private"})
                await telegram.say(chat, f"/settings zone {zone}")
                await telegram.say(chat, "/subscribe turkey")
                await telegram.say(chat, "/digest daily")
            answers = {chat: len(await telegram.said_by_bot(chat)) for chat in ZONES}
            await telegram.put("clock", {"speed": "max"})

            async def ended() -> bool:
                clock = await telegram.get("clock")
                assert isinstance(clock, dict)
                return bool(clock["ended"])

            await until(lambda: asyncio.ensure_future(ended()), "the end of the season", patience)
            return {chat: (await telegram.said_by_bot(chat))[answers[chat] :] for chat in ZONES}


def digests_by_day(messages: list[dict[str, str]], zone: str) -> Counter[date]:
    """How many digests each local date brought; all of them at seven in the morning."""
    moments = [datetime.fromisoformat(message["date"]).astimezone(ZoneInfo(zone)) for message in messages]
    assert {(moment.hour, moment.minute) for moment in moments} == {(7, 0)}
    first_parts = [moment for moment, message in zip(moments, messages, strict=True) if "2/2" not in message["text"]]
    return Counter(moment.date() for moment in first_parts)


def check_one_digest_a_day(messages: Messages, first: date, last: date) -> None:
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    for chat, zone in ZONES.items():
        assert digests_by_day(messages[chat], zone) == dict.fromkeys(days, 1), zone


@pytest.mark.slow
async def test_a_season_replays_the_same_way_word_for_word_with_one_digest_a_local_day(tmp_path: Path) -> None:
    season = short_season(tmp_path / "season.rss")
    first = await replayed(season, tmp_path / "first", 60)
    second = await replayed(season, tmp_path / "second", 60)
    assert first == second
    check_one_digest_a_day(first, date(2025, 10, 29), date(2025, 11, 7))
    assert any("project 3" in message["text"] for message in first[ISTANBUL])


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.timeout(400)
async def test_the_season_of_2025_gives_each_chat_one_digest_a_local_day(shared: Path, tmp_path: Path) -> None:
    messages = await replayed(shared / "gold" / "world-events-2025.rss", tmp_path / "season", 300)
    check_one_digest_a_day(messages, date(2025, 9, 15), date(2026, 1, 1))
