"""Which methods are served, and by what."""

from collections.abc import Awaitable, Callable

from sandbox.api import editing, receiving, sending
from sandbox.api.parameters import Call
from sandbox.api.telegram import Telegram
from sandbox.wire import Json

Method = Callable[[Telegram, Call], "Json | Awaitable[Json]"]


def get_me(telegram: Telegram, call: Call) -> Json:
    """GetMe: who the bot is."""
    del call
    return {
        **telegram.world.profile.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


SERVED: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": receiving.answer_callback_query,
}
