"""How Telegram says no: an error with its code, its words and, sometimes, its parameters."""

from sandbox.wire import JsonObject


class Refused(Exception):  # noqa: N818 -- named for what happened to the call
    """A call that Telegram does not carry out; `description` is what it answers."""

    def __init__(self, code: int, description: str, parameters: JsonObject | None = None) -> None:
        """Take the error code, the whole description and what stands in `parameters`."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(reason: str) -> Refused:
    """400 in Telegram's words."""
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    """403 in Telegram's words."""
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    """409 in Telegram's words."""
    return Refused(409, f"Conflict: {reason}")


def too_many(seconds: int) -> Refused:
    """429: above the pace."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(to: int) -> Refused:
    """400: the group has become a supergroup with another id."""
    return Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": to})
