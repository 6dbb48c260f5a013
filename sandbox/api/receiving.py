"""Methods by which the bot learns what people did."""

from sandbox.api.parameters import Call
from sandbox.api.refusals import bad, conflict
from sandbox.api.telegram import Telegram
from sandbox.api.webhook import checked
from sandbox.wire import Json

CONNECTIONS = 40
LONGEST_ANSWER = 200


async def get_updates(telegram: Telegram, call: Call) -> Json:
    """GetUpdates: what is new, waiting for it up to `timeout` seconds."""
    if telegram.webhook.address is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    if "allowed_updates" in call.given:
        telegram.updates.allow(call.array("allowed_updates"))
    offset = call.number("offset")
    if offset is not None:
        telegram.updates.confirm(offset)
    return await telegram.updates.poll(call.number("limit") or 0, seconds=call.number("timeout") or 0)


async def set_webhook(telegram: Telegram, call: Call) -> Json:
    """SetWebhook: carry updates to an address from now on; an empty one ends it."""
    url = call.text("url")
    if not url:
        return await delete_webhook(telegram, call)
    connections = call.number("max_connections") or CONNECTIONS
    address = checked(url, call.text("secret_token"), connections, call.array("allowed_updates"))
    if "allowed_updates" in call.given:
        telegram.updates.allow(call.array("allowed_updates"))
    if call.flag("drop_pending_updates"):
        telegram.updates.drop()
    await telegram.webhook.point(address)
    return True


async def delete_webhook(telegram: Telegram, call: Call) -> Json:
    """DeleteWebhook: carry updates nowhere; they wait for getUpdates."""
    if call.flag("drop_pending_updates"):
        telegram.updates.drop()
    await telegram.webhook.point(None)
    return True


def get_webhook_info(telegram: Telegram, call: Call) -> Json:
    """GetWebhookInfo: where updates go, and what went wrong."""
    del call
    return telegram.webhook.told()


def answer_callback_query(telegram: Telegram, call: Call) -> Json:
    """AnswerCallbackQuery: what the person who pressed sees."""
    if len(call.text("text")) > LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    key = call.text("callback_query_id")
    query = telegram.answered(key)
    telegram.world.events.tell(
        "callback_answer",
        lambda: {
            "chat": query.chat,
            "callback_query_id": key,
            "text": call.text("text"),
            "alert": call.flag("show_alert"),
            "url": call.text("url") or None,
        },
    )
    return True
