"""The bot as people see it: name, texts and menus, by language and scope."""

from dataclasses import dataclass, field

from sandbox.wire import Json, JsonObject

Commands = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Profile:
    """Who the bot is; texts are kept by language code, "" being everybody else's."""

    id: int
    username: str
    names: dict[str, str]
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], Commands] = field(default_factory=dict)
    """By scope (`default`, `all_private_chats`, `chat:5`, `chat_member:5:7` …) and language."""
    menu_button: JsonObject = field(default_factory=lambda: {"type": "commands"})

    @property
    def name(self) -> str:
        """Its name for everybody without a name of their own language."""
        return self.names[""]

    def user(self) -> dict[str, Json]:
        """Tell it as a `User` of the Bot API."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def menu(self, scopes: tuple[str, ...], language: str) -> Commands:
        """The commands somebody sees: of the narrowest scope that has some, in their language first."""
        for scope in scopes:
            for code in (language, ""):
                if commands := self.commands.get((scope, code)):
                    return commands
        return ()


def spoken(texts: dict[str, str], language: str) -> str:
    """The text of a language, else everybody's."""
    return texts.get(language) or texts.get("", "")
