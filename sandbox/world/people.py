"""The people of this Telegram."""

from dataclasses import dataclass

from sandbox.wire import JsonObject


@dataclass(slots=True)
class Person:
    """Somebody who can write to the bot; the id is the id of their private chat too."""

    id: int
    name: str
    username: str = ""
    language: str = "en"

    def user(self) -> JsonObject:
        """Tell them as a `User` of the Bot API."""
        user: dict[str, int | bool | str] = {"id": self.id, "is_bot": False, "first_name": self.name}
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language
        return user


ADA = 1001
DENIZ = 1002


def first_people() -> dict[int, Person]:
    """Those who are there from the start, by id."""
    people = (Person(ADA, "Ada", "ada", "en"), Person(DENIZ, "Deniz", "deniz", "tr"))
    return {person.id: person for person in people}
