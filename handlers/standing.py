"""Who may change what a chat follows and how it is told."""

from handlers.contract import ChatKind, Request, Standing


def may_change_settings(request: Request) -> bool:
    """Whether this person may: in a private chat everybody, in groups and channels administrators alone."""
    return request.chat_kind is ChatKind.PRIVATE or request.standing is Standing.ADMINISTRATOR
