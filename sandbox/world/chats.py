"""A chat: who is in it, what stands in it, and what is wrong with it."""

from collections import OrderedDict
from dataclasses import dataclass, field

from sandbox.wire import Json, JsonObject
from sandbox.world.messages import Message
from sandbox.world.people import ADA, DENIZ, Person

KEPT = 5_000
"""Messages kept of one chat; older ones are forgotten."""

FOREIGN_DESK = -2001

KINDS = ("private", "group", "supergroup", "channel")


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's), a group, a supergroup or a channel."""

    id: int
    kind: str
    title: str
    members: list[int] = field(default_factory=list)
    admins: list[int] = field(default_factory=list)
    blocked: bool = False
    migrated_to: int | None = None
    closed_topics: set[int] = field(default_factory=set)
    topics: set[int] = field(default_factory=set)
    messages: OrderedDict[int, Message] = field(default_factory=OrderedDict)
    last_id: int = 0
    pinned: list[int] = field(default_factory=list)

    def keep(self, message: Message) -> None:
        """Put a new message at the end."""
        self.messages[message.id] = message
        if len(self.messages) > KEPT:
            self.messages.popitem(last=False)

    def told(self) -> dict[str, Json]:
        """Tell it as a `Chat` of the Bot API."""
        if self.kind == "private":
            return {"id": self.id, "first_name": self.title, "type": "private"}
        told: dict[str, Json] = {"id": self.id, "title": self.title, "type": self.kind}
        if self.topics:
            told["is_forum"] = True
        return told

    def shown(self) -> JsonObject:
        """Tell it as `GET /sandbox/people` does."""
        return {
            "id": self.id,
            "type": self.kind,
            "title": self.title,
            "members": self.members,
            "admins": self.admins,
            "blocked": self.blocked,
            "migrated_to": self.migrated_to,
            "closed_topics": sorted(self.closed_topics),
        }


def private(person: Person) -> Chat:
    """The chat of one person with the bot."""
    return Chat(person.id, "private", person.name, [person.id])


def first_chats(people: dict[int, Person]) -> dict[int, Chat]:
    """Those that are there from the start, by id: Ada's private chat and a group of two."""
    group = Chat(FOREIGN_DESK, "group", "Foreign desk", [ADA, DENIZ], [ADA])
    return {ADA: private(people[ADA]), group.id: group}
