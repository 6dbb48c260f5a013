"""The panel beside the chat: the house's clock, what it did, the way to the next briefing."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import expect

from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from tests.browser.conftest import MORNING, TOKEN, Visit
from tests.browser.scripted import Line, ScriptedBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BRIEFING = datetime(2025, 11, 26, 4, tzinfo=UTC)


@pytest_asyncio.fixture(loop_scope="session")
async def replay() -> AsyncIterator[Sandbox]:
    """A sandbox whose clock stands at the start of a replayed day."""
    clock = HouseClock(MORNING, end=MORNING + timedelta(days=3), walked=False)
    server = Sandbox(0, clock, Newsroom(clock), TOKEN)
    await server.start()
    yield server
    await server.close()


@pytest.mark.usefixtures("bot")
async def test_the_houses_clock_is_shown_in_the_zone_of_who_looks(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    clock = page.get_by_role("region", name="The house's clock")
    await expect(clock).to_contain_text(re.compile(r"11:00:\d\d"))
    await expect(clock).to_contain_text("Tuesday 25 November 2025 · 08:00 UTC")


@pytest.mark.usefixtures("bot")
async def test_the_way_to_the_next_briefing_says_why_it_is_closed(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    skip = page.get_by_role("button", name="Skip to the next briefing")
    await expect(skip).to_be_disabled()
    await expect(skip).to_have_accessible_description("No briefing is planned: subscribe to something first.")


async def test_it_skips_to_the_next_briefing(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    sandbox.next_briefing = BRIEFING
    clock = page.get_by_role("region", name="The house's clock")
    await expect(clock).to_contain_text("Next briefing Wed 26 Nov, 07:00, in 20 h")
    await page.get_by_role("button", name="Skip to the next briefing").click()
    await expect(clock).to_contain_text(re.compile(r"07:01:\d\d"))
    assert sandbox.clock.now() >= BRIEFING
    assert sandbox.clock.speed == 1
    await bot.say(1001, Line("Wednesday's briefing"))
    await expect(page.get_by_text("Yesterday")).to_have_count(0)
    await expect(page.get_by_role("article", name="Dragoman, 07:01")).to_be_visible()


async def test_notes_of_the_house_and_calls_of_the_bot_are_listed_newest_first(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    sandbox.note("polled", "Sample desk: 12 items, 12 new")
    page = await visit(sandbox.origin)
    sandbox.note("sent", "1 message to Ada")
    notes = page.get_by_role("list", name="Polled and sent").get_by_role("listitem")
    await expect(notes).to_contain_text(["1 message to Ada", "Sample desk: 12 items, 12 new"])
    await page.get_by_text("Calls of the bot").click()
    await bot.say(1001, Line("Hello"))
    await expect(page.get_by_role("list", name="Calls of the bot").get_by_role("listitem").first).to_contain_text(
        "sendMessage"
    )


async def test_a_replay_is_set_going_sped_up_and_stopped(replay: Sandbox, visit: Visit) -> None:
    page = await visit(replay.origin)
    controls = page.get_by_role("group", name="Replay")
    assert replay.clock.speed == 0
    await controls.get_by_label("Speed").select_option("1 min a second")
    assert replay.clock.speed == 0
    await controls.get_by_role("button", name="Play").click()
    await expect(controls.get_by_role("button", name="Pause")).to_be_visible()
    assert replay.clock.speed == 60
    await controls.get_by_label("Speed").select_option("10 min a second")
    await expect(page.get_by_text("Replay, 600 × as fast")).to_be_visible()
    await controls.get_by_role("button", name="Pause").click()
    await expect(page.get_by_text("Replay, standing")).to_be_visible()
    assert replay.clock.speed == 0


async def test_a_replay_goes_to_its_end_as_fast_as_it_can(replay: Sandbox, visit: Visit) -> None:
    page = await visit(replay.origin)
    await page.get_by_label("Speed").select_option("as fast as possible")
    await page.get_by_role("button", name="Play").click()
    await expect(page.get_by_text("Replay, ended")).to_be_visible()
    await expect(page.get_by_role("button", name="Play")).to_be_disabled()


async def test_a_server_that_goes_away_is_told_of_and_found_again(visit: Visit) -> None:
    clock = HouseClock(walked=False, real=lambda: MORNING)
    first = Sandbox(0, clock, Newsroom(clock), TOKEN)
    await first.start()
    page = await visit(first.origin, calm=False)
    await first.close()
    await expect(page.get_by_role("alert")).to_contain_text("The sandbox does not answer.")
    second = Sandbox(first.port, clock, Newsroom(clock), TOKEN)
    await second.start()
    try:
        await expect(page.get_by_role("alert")).to_be_hidden()
        await page.get_by_label("Message", exact=True).fill("Are you there?")
        await page.get_by_role("button", name="Send").click()
        await expect(page.get_by_role("article")).to_contain_text("Are you there?")
    finally:
        await second.close()
