"""The whole house in a browser: the program as `make run` starts it, the sample week, and a person who asks."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.journeys.processes import line_with, started

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NO_NEWS = """<?xml version="1.0"?><opml version="2.0"><head/><body>
<outline text="Nobody" xmlUrl="http://127.0.0.1:9/rss"/></body></opml>"""
"""One feed at an address that the guard refuses: nothing is asked of the network."""
SIDEWAYS = """() => ['html', '#log', '.writing'].map((name) => document.querySelector(name))
    .map((box) => box.scrollWidth - box.clientWidth)"""


@pytest_asyncio.fixture(loop_scope="session")
async def house(tmp_path: Path) -> AsyncIterator[str]:
    """The sandbox with the bot in it and nothing but the sample week to read; where its page is."""
    (tmp_path / "none.opml").write_text(NO_NEWS, encoding="utf-8")
    async with started("sandbox", "--port", "0", env={"FEEDS": "none.opml"}, folder=tmp_path) as process:
        yield await line_with(process, "http://")


def answers(page: Page) -> Locator:
    """What the bot wrote."""
    return page.get_by_role("article", name="Dragoman")


async def chip(page: Page, text: str) -> None:
    """Press one of the three things to try."""
    await page.get_by_role("group", name="To try").get_by_role("button", name=text).click()


async def test_from_start_to_an_answer_and_a_message_that_changes(house: str, visit: Visit) -> None:
    page = await visit(house)
    await expect(page.get_by_text("/relations turkey korea").first).to_be_visible()
    await page.get_by_role("button", name="START", exact=True).click()
    await expect(answers(page)).to_have_count(1)
    await chip(page, "/relations turkey korea")
    answer = answers(page).nth(1)
    await expect(answer).to_contain_text("Türkiye – South Korea")
    await expect(answer).to_contain_text("Sample news, retold by this project")
    await expect(answer.get_by_role("link", name="[1]").first).to_have_attribute("href", re.compile("^https://"))
    await answer.get_by_role("button", name="North Korea").click()
    await expect(answer).to_contain_text("Türkiye – North Korea")
    await expect(answer).to_contain_text("edited")
    await expect(page.get_by_role("article")).to_have_count(4)


async def test_from_a_subscription_over_the_zone_question_to_the_briefing(house: str, visit: Visit) -> None:
    page = await visit(house)
    await chip(page, "/subscribe turkey korea")
    question = answers(page).first
    await expect(question).to_contain_text("What time is it where you are?")
    await question.get_by_role("button").filter(has_text=re.compile(r"^\d\d:\d\d$")).first.click()
    cities = answers(page).nth(1)
    await cities.get_by_role("button").first.click()
    await expect(page.get_by_role("log")).to_contain_text(re.compile("07:00"))
    skip = page.get_by_role("button", name="Skip to the next briefing")
    await expect(skip).to_be_enabled()
    before = await answers(page).count()
    await skip.click()
    await expect(answers(page)).to_have_count(before + 1)
    await expect(answers(page).last).to_contain_text("That is all. Next:")
    await expect(page.get_by_text("Live", exact=True)).to_be_visible()


async def test_the_answers_fit_a_telephone(house: str, visit: Visit) -> None:
    page = await visit(house, width=360, height=740)
    for text in ("/relations turkey korea", "/country turkey", "/help", "/feeds"):
        before = await answers(page).count()
        await page.get_by_label("Message", exact=True).fill(text)
        await page.get_by_label("Message", exact=True).press("Enter")
        await expect(answers(page)).not_to_have_count(before)
    assert await page.evaluate(SIDEWAYS) == [0, 0, 0]
