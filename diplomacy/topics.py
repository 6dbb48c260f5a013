"""What reports are about: one table, and how people call each row of it."""

import unicodedata
from functools import cache

from diplomacy.reader import Reader
from locales.phrases import LANGUAGES, say

TOPICS = (
    "defence",
    "nuclear",
    "energy",
    "trade",
    "investment",
    "technology",
    "tourism",
    "infrastructure",
    "migration",
    "border",
    "human-rights",
    "culture",
    "education",
    "health",
    "climate",
    "consular",
    "sanctions",
    "ceasefire",
    "mediation",
    "recognition",
    "multilateral",
)


def topic_name(reader: Reader, topic: str) -> str:
    """Name a topic in the reader's language: `human rights`."""
    return say(reader.language, f"topics.{topic}")


def topic_called(text: str, language: str) -> str | None:
    """Find the topic that somebody calls so, in their own language or in English; None where it is no topic."""
    wanted = _folded(text)
    for tongue in dict.fromkeys((language, LANGUAGES[0])):
        if found := _names(tongue).get(wanted):
            return found
    return None


@cache
def _names(language: str) -> dict[str, str]:
    """Every name of every topic in a language, folded, with the topic that it stands for."""
    names = {_folded(topic): topic for topic in TOPICS}
    for topic in TOPICS:
        also = say(language, f"topics.{topic}.also").split(";")
        names |= {_folded(name): topic for name in (say(language, f"topics.{topic}"), *also)}
    return names


def _folded(text: str) -> str:
    """Case, accents, hyphens and the Turkish dotless ı make no difference."""
    plain = unicodedata.normalize("NFKD", text.replace("İ", "i").replace("ı", "i").casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", kept).replace("-", " ").split())
