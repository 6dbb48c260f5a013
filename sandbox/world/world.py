"""Everything that stands in this Telegram, and how a message comes to stand there."""

from collections import deque
from datetime import datetime

from sandbox.clock import HouseClock
from sandbox.world.chats import Chat, first_chats, private
from sandbox.world.events import Events
from sandbox.world.files import Files
from sandbox.world.messages import Message
from sandbox.world.people import Person, first_people
from sandbox.world.profile import Profile
from sandbox.world.showing import shown

KEPT_IN_ALL = 20_000
"""Messages kept in all chats together; the oldest are forgotten."""


class World:
    """People, chats and messages under one clock."""

    def __init__(self, clock: HouseClock, profile: Profile) -> None:
        """Set the stage: two people, a private chat and a group."""
        self.clock = clock
        self.profile = profile
        self.people = first_people()
        self.chats = first_chats(self.people)
        self.files = Files()
        self.events = Events()
        self._standing: deque[tuple[int, int]] = deque()

    def person(self, number: int) -> Person:
        """Find a person, or meet them: whoever has an id exists."""
        if number not in self.people:
            self.people[number] = Person(number, f"Person {number}")
        return self.people[number]

    def meet(self, number: int) -> Chat:
        """Find a chat, or open it: private with the person of that id, a group with a negative one."""
        if number not in self.chats:
            self.chats[number] = (
                private(self.person(number)) if number > 0 else Chat(number, "group", f"Group {-number}")
            )
            self.tell_chat(self.chats[number])
        return self.chats[number]

    def now(self) -> datetime:
        """The time of the house, in whole seconds as Telegram dates its messages."""
        return self.clock.now().replace(microsecond=0)

    def place(self, chat: Chat, message: Message) -> Message:
        """Let a new message stand in its chat under the chat's next number, and tell it."""
        chat.last_id += 1
        message.id = chat.last_id
        chat.keep(message)
        self._standing.append((chat.id, message.id))
        if len(self._standing) > KEPT_IN_ALL:
            oldest_chat, oldest = self._standing.popleft()
            self.chats[oldest_chat].messages.pop(oldest, None)
        if message.thread is not None:
            chat.topics.add(message.thread)
        self.tell_message(message)
        return message

    def tell_message(self, message: Message) -> None:
        """Tell those who look on that a message stands there, new or changed."""
        self.events.tell("message", lambda: {**shown(message), "chat": message.chat})

    def tell_chat(self, chat: Chat) -> None:
        """Tell those who look on what a chat is like now."""
        self.events.tell("chat", lambda: dict(chat.shown()))

    def remove(self, chat: Chat, number: int) -> bool:
        """Take a message away; False when it is not there."""
        if chat.messages.pop(number, None) is None:
            return False
        self.events.tell("deleted", lambda: {"chat": chat.id, "message_id": number})
        return True
