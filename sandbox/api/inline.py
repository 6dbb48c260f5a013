"""Answers to what people typed after `@bot` in some chat."""

from sandbox.api.formatting import message_text
from sandbox.api.keyboards import inline_keyboard
from sandbox.api.parameters import Call
from sandbox.api.refusals import bad
from sandbox.api.telegram import Telegram
from sandbox.wire import Json, JsonObject
from sandbox.world.markup import marked_up

MOST_RESULTS = 50
LONGEST_ID = 64


def answer_inline_query(telegram: Telegram, call: Call) -> Json:
    """AnswerInlineQuery: cards to choose from."""
    items = call.array("results")
    if len(items) > MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    cards = [card(item) for item in items]
    if len({str(one["id"]) for one in cards}) < len(cards):
        raise bad("RESULT_ID_DUPLICATE")
    key = call.text("inline_query_id")
    query = telegram.answered(key)
    telegram.world.events.tell(
        "inline_answer", lambda: {"chat": query.chat, "inline_query_id": key, "person": query.person, "results": cards}
    )
    return True


def card(item: Json) -> JsonObject:
    """Read one result: an article with the text it sends. Raises Refused."""
    if not isinstance(item, dict):
        raise bad("can't parse InlineQueryResult: expected an Object")
    kind, number, title = item.get("type"), item.get("id"), item.get("title")
    if kind != "article":
        raise bad(f'can\'t parse InlineQueryResult: type "{kind}" is not served by the sandbox')
    if not isinstance(number, str) or not 1 <= len(number.encode()) <= LONGEST_ID:
        raise bad("RESULT_ID_INVALID")
    content = item.get("input_message_content")
    if not isinstance(title, str) or not title:
        raise bad("can't parse InlineQueryResult: Can't find field \"title\"")
    if not isinstance(content, dict) or not isinstance(content.get("message_text"), str):
        raise bad("can't parse InlineQueryResult: input message content is not specified")
    mode = content.get("parse_mode")
    text, entities = message_text(
        str(content["message_text"]), mode if isinstance(mode, str) else "", content.get("entities")
    )
    markup = item.get("reply_markup")
    buttons = inline_keyboard(markup, only_inline=True) if isinstance(markup, dict) else None
    return {
        "id": number,
        "title": title,
        "description": item.get("description") or "",
        "text": text,
        "html": marked_up(text, entities),
        "reply_markup": buttons,
    }
