"""python-telegram-bot itself against the sandbox: what a bot built on it meets."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from telegram import Bot as TelegramBot
from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatAction, ChatMemberStatus, MessageEntityType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes

from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from tests.sandbox.test_changing import png
from tests.sandbox.visitors import ADA, GROUP, TOKEN, Person


@pytest.fixture
async def telegram(sandbox: Sandbox) -> AsyncIterator[TelegramBot]:
    """The library's own bot, connected."""
    async with TelegramBot(TOKEN, base_url=f"{sandbox.origin}/bot", base_file_url=f"{sandbox.origin}/file/bot") as bot:
        yield bot


async def test_it_sends_edits_and_deletes(telegram: TelegramBot, person: Person) -> None:
    keyboard = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Open", callback_data="/relations TR KR"),
                InlineKeyboardButton("Copy", copy_text=CopyTextButton("words")),
                InlineKeyboardButton("Share", switch_inline_query="TR KR"),
            ]
        ]
    )
    sent = await telegram.send_message(
        ADA,
        'A <b>bold</b> word, <tg-time unix="1764054000" format="t">07:00</tg-time>',
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard,
        disable_notification=True,
    )
    assert sent.chat.type == "private"
    assert sent.date.tzinfo is not None
    assert [entity.type for entity in sent.entities] == [MessageEntityType.BOLD, MessageEntityType.DATE_TIME]
    assert sent.reply_markup == keyboard
    edited = await telegram.edit_message_text("<i>new</i>", ADA, sent.message_id, parse_mode=ParseMode.HTML)
    assert edited.text == "new"
    assert edited.edit_date is not None
    with pytest.raises(BadRequest, match="Message is not modified"):
        await telegram.edit_message_text("<i>new</i>", ADA, sent.message_id, parse_mode=ParseMode.HTML)
    assert await telegram.delete_message(ADA, sent.message_id)
    assert await person.chat() == []


async def test_refusals_become_its_exceptions(telegram: TelegramBot, person: Person, sandbox: Sandbox) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await telegram.send_message(ADA, "<b>x", parse_mode=ParseMode.HTML)
    with pytest.raises(BadRequest, match="Chat not found"):
        await telegram.send_message(12345, "x")
    await person.put(77, blocked=True)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await telegram.send_message(77, "x")
    await person.put(GROUP, migrated_to=-100777)
    with pytest.raises(ChatMigrated) as moved:
        await telegram.send_message(GROUP, "x")
    assert moved.value.new_chat_id == -100777
    with pytest.raises(InvalidToken):
        await TelegramBot("43:wrong", base_url=f"{sandbox.origin}/bot").__aenter__()


async def test_above_the_pace_it_is_told_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it the library warns whenever it is told to wait
    clock = HouseClock()
    sandbox = Sandbox(0, clock, Newsroom(clock), TOKEN)
    await sandbox.start()
    try:
        async with TelegramBot(TOKEN, base_url=f"{sandbox.origin}/bot") as bot:
            for _ in range(3):
                await bot.send_message(ADA, "x")
            with pytest.raises(RetryAfter, match="Retry in 0:00:01"):
                await bot.send_message(ADA, "x")
    finally:
        await sandbox.close()


async def test_it_sends_and_downloads_files(telegram: TelegramBot, person: Person) -> None:
    photo = await telegram.send_photo(ADA, BytesIO(png()), caption="<b>Trend</b>", parse_mode=ParseMode.HTML)
    assert photo.photo[-1].width == 3
    document = await telegram.send_document(ADA, BytesIO(b"BEGIN:VCALENDAR"), filename="ahead.ics")
    assert document.document is not None
    file = await telegram.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCALENDAR"
    album = await telegram.send_media_group(ADA, [InputMediaPhoto(png()), InputMediaPhoto(png(4, 4), caption="two")])
    assert len({message.media_group_id for message in album}) == 1
    await telegram.edit_message_media(InputMediaDocument(b"x", filename="x.txt"), ADA, photo.message_id)
    assert [one["file"]["name"] for one in await person.chat()][:2] == ["x.txt", "ahead.ics"]
    copied = await telegram.copy_message(GROUP, ADA, document.message_id)
    assert copied.message_id == 1
    forwarded = await telegram.forward_message(GROUP, ADA, document.message_id)
    assert forwarded.forward_origin is not None


async def test_it_asks_about_chats_and_people(telegram: TelegramBot) -> None:
    chat = await telegram.get_chat(GROUP)
    assert chat.title == "Foreign desk"
    assert [admin.user.first_name for admin in await telegram.get_chat_administrators(GROUP)] == ["Ada"]
    assert (await telegram.get_chat_member(GROUP, ADA)).status == ChatMemberStatus.ADMINISTRATOR
    assert await telegram.get_chat_member_count(GROUP) == 3
    sent = await telegram.send_message(ADA, "x")
    assert await telegram.pin_chat_message(ADA, sent.message_id)
    pinned = (await telegram.get_chat(ADA)).pinned_message
    assert pinned is not None
    assert pinned.message_id == sent.message_id
    assert await telegram.unpin_chat_message(ADA)
    assert await telegram.send_chat_action(ADA, ChatAction.TYPING)
    reply = await telegram.send_message(ADA, "y", reply_parameters=ReplyParameters(sent.message_id))
    assert reply.reply_to_message is not None
    assert await telegram.leave_chat(GROUP)
    with pytest.raises(Forbidden):
        await telegram.send_message(GROUP, "x")


async def test_it_sets_its_menus_and_texts(telegram: TelegramBot) -> None:
    commands = [BotCommand("help", "All commands"), BotCommand("relations", "How two countries stand")]
    assert await telegram.set_my_commands(commands, scope=BotCommandScopeAllGroupChats(), language_code="tr")
    assert await telegram.get_my_commands(BotCommandScopeAllGroupChats(), "tr") == tuple(commands)
    assert await telegram.get_my_commands() == ()
    assert await telegram.delete_my_commands(BotCommandScopeAllGroupChats(), "tr")
    assert await telegram.set_my_name("Dragoman")
    assert await telegram.set_my_description("What it does")
    assert await telegram.set_my_short_description("Short")
    assert (await telegram.get_my_description()).description == "What it does"
    assert (await telegram.get_my_short_description()).short_description == "Short"
    assert (await telegram.get_my_name()).name == "Dragoman"
    for wrong in ([BotCommand("Help", "x")], [BotCommand("help", "x" * 257)], [BotCommand("", "x")]):
        with pytest.raises(BadRequest):
            await telegram.set_my_commands(wrong)


async def test_its_application_polls_answers_and_stops(sandbox: Sandbox, person: Person) -> None:
    async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_message is not None
        words = " ".join(context.args or ())
        buttons = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
        await update.effective_message.reply_text(f"started with {words}", reply_markup=buttons)

    async def press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("there")
        await update.callback_query.edit_message_text("more")

    application: Application = ApplicationBuilder().token(TOKEN).base_url(f"{sandbox.origin}/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(press))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        async with person.listening() as events:
            await person.write("/start@dragoman_bot rel_KR-TR", GROUP)
            answer = await events.next("message")
            while answer["from"] != "bot":
                answer = await events.next("message")
            assert (answer["text"], answer["chat"]) == ("started with rel_KR-TR", GROUP)
            await person.press(answer["message_id"], "more", GROUP)
            assert (await events.next("callback_answer"))["text"] == "there"
            assert (await events.next("message"))["text"] == "more"
        await application.updater.stop()
        await application.stop()
    async with asyncio.timeout(5):
        while sandbox.busy():
            await asyncio.sleep(0.01)


async def test_its_inline_answers_are_taken(telegram: TelegramBot, person: Person) -> None:
    told = await person.done("POST", "inline", {"query": "turkey korea"})
    (update,) = await telegram.get_updates()
    assert update.inline_query is not None
    card = InlineQueryResultArticle("1", "Türkiye – South Korea", InputTextMessageContent("x"))
    assert await telegram.answer_inline_query(told["inline_query_id"], [card])


async def test_dates_are_the_houses(telegram: TelegramBot, clock: HouseClock) -> None:
    clock.replay(datetime(2025, 11, 2, 6, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC))
    sent = await telegram.send_message(ADA, "x")
    assert sent.date == datetime(2025, 11, 2, 6, tzinfo=UTC)
