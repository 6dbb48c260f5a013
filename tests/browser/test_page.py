"""The chat page against the sandbox, with a scripted bot behind it."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from sandbox.server import Sandbox
from tests.browser.conftest import Visit
from tests.browser.scripted import Line, ScriptedBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ADA = 1001
GROUP = -2001
HEIGHT = "element => element.clientHeight"


async def ask(page: Page, text: str) -> None:
    """Type into the field and send."""
    await page.get_by_label("Message", exact=True).fill(text)
    await page.get_by_role("button", name="Send").click()


async def test_it_opens_as_telegram_opens_a_new_bot(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await expect(page.get_by_role("heading", name="What can this bot do?")).to_be_visible()
    await expect(page.get_by_text("I tell how two countries stand.")).to_be_visible()
    chips = page.get_by_role("group", name="To try").get_by_role("button")
    assert await chips.all_inner_texts() == ["/relations turkey korea", "/subscribe turkey korea", "/digest now"]
    await page.get_by_role("button", name="START", exact=True).click()
    await expect(page.get_by_role("article")).to_have_count(2)
    await expect(page.get_by_role("button", name="START", exact=True)).to_be_hidden()
    assert bot.heard == ["/start"]


async def test_a_chip_asks_and_a_button_changes_the_message_where_it_stands(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin)
    await page.get_by_role("button", name="/relations turkey korea").click()
    answer = page.get_by_role("article", name="Dragoman")
    await expect(answer).to_contain_text("last 30 days")
    await answer.get_by_role("button", name="90 d").click()
    await expect(answer).to_contain_text("last 90 days")
    await expect(answer).to_contain_text("edited")
    await expect(page.get_by_text("Pressed /relations AR BO 90")).to_be_visible()
    await expect(page.get_by_role("article")).to_have_count(2)
    assert bot.heard == ["/relations turkey korea", "/relations AR BO 90"]


@pytest.mark.usefixtures("bot")
async def test_links_open_elsewhere_and_tell_nothing_of_this_page(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await ask(page, "/relations turkey korea")
    link = page.get_by_role("link", name="[1]")
    assert await link.get_attribute("href") == "https://example.org/item-1"
    assert await link.get_attribute("target") == "_blank"
    assert await link.get_attribute("rel") == "noopener noreferrer"


@pytest.mark.usefixtures("bot")
async def test_a_folded_quote_opens_and_closes(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await ask(page, "/relations turkey korea")
    words = page.locator(".quote-words")
    folded = await words.evaluate(HEIGHT)
    await page.get_by_role("button", name="Show more").click()
    assert await words.evaluate(HEIGHT) > 3 * folded
    await page.get_by_role("button", name="Show less").click()
    assert await words.evaluate(HEIGHT) == folded


@pytest.mark.usefixtures("bot")
async def test_copy_share_and_typed_commands_lead_where_they_say(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=sandbox.origin)
    await ask(page, "/relations turkey korea")
    await page.get_by_role("button", name="Copy citation").click()
    await expect(page.get_by_text("Copied")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == "Example Courier, 24 Nov 2025"
    field = page.get_by_label("Message", exact=True)
    await page.get_by_role("button", name="Share").click()
    await expect(field).to_have_value("@dragoman_bot AR BO")
    await page.get_by_role("button", name="/relations arland borland 365").click()
    await expect(field).to_have_value("/relations arland borland 365")


async def test_a_command_in_the_text_of_an_answer_is_sent_when_pressed(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin)
    await ask(page, "/help")
    await page.get_by_role("article", name="Dragoman").get_by_role("button", name="/country").click()
    await expect(page.get_by_role("article", name="You")).to_have_count(2)
    assert bot.heard == ["/help", "/country"]


@pytest.mark.usefixtures("bot")
async def test_commands_are_completed_while_they_are_typed(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    field = page.get_by_label("Message", exact=True)
    await field.press_sequentially("/s")
    options = page.get_by_role("option")
    assert [text.split()[0] for text in await options.all_inner_texts()] == [
        "/start",
        "/subscribe",
        "/subscriptions",
        "/settings",
    ]
    await field.press("ArrowDown")
    await expect(page.get_by_role("option", selected=True)).to_contain_text("/subscribe")
    await field.press("Enter")
    await expect(field).to_have_value("/subscribe ")
    await expect(options).to_have_count(0)
    await field.fill("/h")
    await field.press("Escape")
    await expect(options).to_have_count(0)
    await expect(field).to_have_value("/h")


async def test_a_command_written_out_is_sent_at_once(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    field = page.get_by_label("Message", exact=True)
    await field.press_sequentially("/help")
    await field.press("Enter")
    await expect(page.get_by_role("article")).to_have_count(2)
    assert bot.heard == ["/help"]


async def test_the_menu_lists_every_command_with_what_it_does(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await page.get_by_role("button", name="Menu").click()
    await expect(page.get_by_role("menuitem")).to_have_count(8)
    await page.keyboard.press("End")
    await expect(page.get_by_role("menuitem", name="All commands /help")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article")).to_have_count(2)
    assert bot.heard == ["/help"]


async def test_two_people_speak_in_the_group_and_address_the_bot(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin)
    await page.get_by_role("button", name="Foreign desk").click()
    await ask(page, "Shall we ask?")
    await page.get_by_label("Deniz").check(force=True)
    await expect(page.get_by_role("article", name="Ada,")).to_contain_text("Shall we ask?")
    field = page.get_by_label("Message", exact=True)
    await field.press_sequentially("/rel")
    await field.press("Tab")
    await field.press_sequentially("turkey korea")
    await field.press("Enter")
    await expect(page.get_by_role("article", name="You,")).to_contain_text("/relations@dragoman_bot turkey korea")
    await expect(page.get_by_role("article", name="Dragoman")).to_contain_text("Bottom line.")
    assert bot.heard == ["Shall we ask?", "/relations@dragoman_bot turkey korea"]


async def test_what_came_while_another_chat_was_open_is_counted_until_it_is_seen(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin)
    await bot.say(GROUP, Line("For the group"))
    await expect(page.get_by_label("1 unread")).to_be_visible()
    assert (await page.title()).startswith("(1) ")
    await page.get_by_role("button", name="Foreign desk").click()
    await expect(page.get_by_text("New messages")).to_be_visible()
    await expect(page.get_by_label("1 unread")).to_have_count(0)


async def test_a_message_below_the_window_waits_behind_the_way_down(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit
) -> None:
    page = await visit(sandbox.origin, height=500)
    await ask(page, "/relations turkey korea")
    await expect(page.get_by_role("article", name="Dragoman")).to_be_visible()
    await page.get_by_role("log").evaluate("log => log.scrollTop = 0")
    await bot.say(ADA, Line("One more"))
    await page.get_by_role("button", name="To the newest message, 1 unread").click()
    await expect(page.get_by_role("article").last).to_be_in_viewport()
    await expect(page.locator("#to-end")).to_be_hidden()


async def test_a_message_without_sound_shows_it(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await bot.say(ADA, Line("Nothing new today.", silent=True))
    await expect(page.get_by_role("article").get_by_label("sent without sound")).to_be_visible()


async def test_pictures_are_shown_and_files_can_be_saved(
    bot: ScriptedBot, sandbox: Sandbox, visit: Visit, tmp_path: Path
) -> None:
    picture, calendar = tmp_path / "trend.png", tmp_path / "agenda.ics"
    picture.write_bytes(PIXEL)
    calendar.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    page = await visit(sandbox.origin)
    await bot.send_file(ADA, "sendPhoto", "photo", picture, "Trend of reports")
    await bot.send_file(ADA, "sendDocument", "document", calendar, "")
    shown = page.get_by_role("article").first.get_by_role("img").first
    await expect(shown).to_be_visible()
    assert await shown.evaluate("image => image.naturalWidth") == 1
    async with page.expect_download() as saving:
        await page.get_by_role("link", name="agenda.ics").click()
    saved = await saving.value
    assert Path(await saved.path()).read_text() == calendar.read_text()


async def test_the_bot_is_seen_typing(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await bot.call("sendChatAction", chat_id=ADA, action="typing")
    await expect(page.get_by_role("main").get_by_text("typing…")).to_be_visible()
    await bot.say(ADA, Line("Here it is."))
    await expect(page.get_by_role("main").get_by_text("typing…")).to_have_count(0)


async def test_a_deep_link_to_the_bot_starts_it_here(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await bot.say(ADA, Line('<a href="https://t.me/dragoman_bot?start=rel_KR-TR">Open the pair</a>'))
    await page.get_by_role("article").get_by_role("button", name="Open the pair").click()
    await expect(page.get_by_role("article", name="You")).to_contain_text("/start rel_KR-TR")


async def test_a_moment_is_shown_in_the_zone_of_who_reads(bot: ScriptedBot, sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    await bot.say(ADA, Line('At <tg-time unix="1764057600" format="t">08:00 UTC</tg-time>'))
    await expect(page.get_by_role("article")).to_contain_text("At 11:00")


@pytest.mark.usefixtures("bot")
async def test_an_answer_taller_than_the_window_is_read_from_its_beginning(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin, height=420)
    for count in (2, 4):
        await ask(page, "/relations turkey korea")
        await expect(page.get_by_role("article")).to_have_count(count)
        await expect(page.get_by_text("Bottom line.").last).to_be_in_viewport()
        await expect(page.get_by_text("New messages")).to_have_count(0)


@pytest.mark.usefixtures("bot")
async def test_words_that_could_not_be_sent_stay_in_the_field(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin, calm=False)
    await page.route("**/sandbox/chats/*/messages", lambda route: route.abort())
    await ask(page, "/relations turkey korea")
    await expect(page.get_by_text("Not sent: the sandbox does not answer.")).to_be_visible()
    await expect(page.get_by_label("Message", exact=True)).to_have_value("/relations turkey korea")


@pytest.mark.usefixtures("bot")
async def test_unsent_words_wait_in_the_chat_they_were_meant_for(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    field = page.get_by_label("Message", exact=True)
    await field.fill("half a question")
    await page.get_by_role("button", name="Foreign desk").click()
    await expect(field).to_have_value("")
    await page.get_by_role("button", name="Dragoman").first.click()
    await expect(field).to_have_value("half a question")


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
