"""The page for every screen and everybody: narrow, dark, by keyboard, by screen reader."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from sandbox.server import Sandbox
from tests.browser.conftest import Visit
from tests.browser.scripted import Line, ScriptedBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
WIDTHS = """() => [document.scrollingElement, document.querySelector('#log'), document.querySelector('.writing')]
    .map((box) => box.scrollWidth - box.clientWidth)"""
NAMED = frozenset(
    {
        "button",
        "link",
        "textbox",
        "combobox",
        "radio",
        "menuitem",
        "option",
        "img",
        "article",
        "log",
        "navigation",
        "main",
        "complementary",
        "listbox",
        "menu",
        "region",
    }
)
ARABIC = Line("<b>تركيا – كوريا الجنوبية</b>\nاتفقت تركيا وكوريا الجنوبية على التعاون.")
KOREAN = Line("<b>튀르키예 – 대한민국</b>\n두 나라는 협력을 확대하기로 했다.")


async def converse(page: Page, bot: ScriptedBot) -> None:
    """Have something of everything on the page."""
    await page.get_by_label("Message", exact=True).fill("/relations turkey korea")
    await page.get_by_label("Message", exact=True).press("Enter")
    await expect(page.get_by_role("article", name="Dragoman")).to_be_visible()
    await bot.say(1001, ARABIC)
    await bot.say(1001, KOREAN)
    await expect(page.get_by_role("article")).to_have_count(4)


@pytest.mark.parametrize("width", [360, 700, 1099, 1100])
async def test_nothing_scrolls_sideways(bot: ScriptedBot, sandbox: Sandbox, visit: Visit, width: int) -> None:
    page = await visit(sandbox.origin, width=width, height=740)
    assert await page.evaluate(WIDTHS) == [0, 0, 0]
    await converse(page, bot)
    assert await page.evaluate(WIDTHS) == [0, 0, 0]


@pytest.mark.usefixtures("bot")
async def test_on_a_telephone_the_list_is_behind_the_back_button(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin, width=360, height=740)
    await expect(page.get_by_role("navigation", name="Chats")).to_be_hidden()
    await page.get_by_role("button", name="All chats").tap()
    await expect(page.get_by_role("main")).to_be_hidden()
    await page.get_by_role("button", name="Foreign desk").tap()
    await expect(page.get_by_role("heading", name="Foreign desk")).to_be_visible()
    await expect(page.get_by_role("navigation", name="Chats")).to_be_hidden()


@pytest.mark.usefixtures("bot")
async def test_on_a_telephone_the_panel_lies_over_the_chat_until_it_is_closed(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin, width=360, height=740)
    panel = page.get_by_role("complementary", name="The house")
    await expect(panel).to_be_hidden()
    await page.get_by_role("button", name="The house: clock and work").click()
    await expect(panel).to_be_visible()
    await expect(page.get_by_role("button", name="Close the panel")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(panel).to_be_hidden()
    await expect(page.get_by_role("button", name="The house: clock and work")).to_be_focused()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
async def test_every_word_can_be_read(bot: ScriptedBot, sandbox: Sandbox, visit: Visit, dark: bool, width: int) -> None:  # noqa: FBT001 -- a test's parameter
    page = await visit(sandbox.origin, width=width, dark=dark)
    assert await page.evaluate(CONTRAST) == []
    await converse(page, bot)
    sandbox.note("refused", "A desk did not answer.")
    assert await page.evaluate(CONTRAST) == []
    await page.get_by_label("Message", exact=True).fill("/")
    assert await page.evaluate(CONTRAST) == []


@pytest.mark.usefixtures("bot")
async def test_colours_follow_the_system_until_somebody_chooses_and_the_choice_is_kept(
    sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin, dark=True)
    toggle = page.get_by_role("button", name="Dark colours")
    assert await toggle.get_attribute("aria-pressed") == "true"
    dark = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    await toggle.click()
    assert await page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    await page.reload()
    assert await toggle.get_attribute("aria-pressed") == "false"


async def test_everything_can_be_done_by_keyboard(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin, width=600)
    press = page.keyboard.press
    await press("Tab")
    await expect(page.get_by_role("link", name="Go to the message field")).to_be_focused()
    await press("Enter")
    field = page.get_by_label("Message", exact=True)
    await expect(field).to_be_focused()
    await page.keyboard.type("/rel")
    await press("Tab")
    await page.keyboard.type("turkey korea")
    await press("Enter")
    await expect(page.get_by_role("article")).to_have_count(2)
    await press("Shift+Tab")
    await expect(page.get_by_role("button", name="Menu")).to_be_focused()
    while await page.evaluate("document.activeElement.textContent") != "90 d":
        await press("Shift+Tab")
    outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    await press("Enter")
    await expect(page.get_by_role("article", name="Dragoman")).to_contain_text("last 90 days")
    await expect(page.get_by_role("button", name="90 d")).to_be_focused()
    await press("Escape")
    await expect(field).to_be_focused()
    await press("ArrowUp")
    await expect(field).to_have_value("/relations turkey korea")
    assert bot.heard == ["/relations turkey korea", "/relations AR BO 90"]


async def test_a_folded_quote_opens_when_the_keyboard_reaches_into_it(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin)
    await bot.say(
        1001, Line("<blockquote expandable>" + "a\n" * 9 + '<a href="https://example.org/">[1]</a></blockquote>')
    )
    await page.get_by_role("link", name="[1]").focus()
    await expect(page.get_by_role("button", name="Show less")).to_be_visible()


async def test_a_screen_reader_hears_a_name_for_everything(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await converse(page, bot)
    await page.get_by_label("Message", exact=True).fill("/")
    tree = await (await page.context.new_cdp_session(page)).send("Accessibility.getFullAXTree")
    seen = [
        (node["role"]["value"], node["name"]["value"])
        for node in tree["nodes"]
        if not node["ignored"] and "name" in node
    ]
    roles = {role for role, _ in seen}
    assert {"log", "navigation", "main", "complementary", "article", "textbox", "listbox", "option"} <= roles
    assert [role for role, name in seen if role in NAMED and not name.strip()] == []


@pytest.mark.usefixtures("bot")
async def test_new_messages_are_read_out_but_a_chat_that_opens_is_not(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    log = page.get_by_role("log", name="Messages")
    assert await log.get_attribute("aria-live") == "polite"
    assert await log.get_attribute("aria-busy") is None


async def test_each_line_takes_its_own_direction(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await bot.say(1001, ARABIC)
    await bot.say(1001, KOREAN)
    words = page.locator(".words")
    await expect(words).to_have_count(2)
    assert await words.evaluate_all("all => all.map(one => getComputedStyle(one).direction)") == ["rtl", "ltr"]
