"""What reports are about: one table, and how people call each row of it."""

import re
import unicodedata
from dataclasses import dataclass
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

LONGEST_NAME = 3
"""Words that the name of a topic has at most."""
_WORD = re.compile(r"\w[\w-]*")


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


@dataclass(frozen=True, slots=True)
class Spotted:
    """What was typed, its names of topics set apart from the rest."""

    topics: tuple[str, ...]
    """As typed."""
    rest: str


def spotted(text: str, language: str) -> Spotted:
    """Set the names of topics apart before countries are looked for, so that `medicine` is no misspelt Mexico."""
    words = list(_WORD.finditer(text))
    found, at = [], 0
    while at < len(words):
        stretch = next((stretch for stretch in _stretches(text, words[at:]) if topic_called(stretch, language)), None)
        if stretch is not None:
            found.append(stretch)
        at += len(stretch.split()) if stretch is not None else 1
    rest = text
    for name in found:
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest, count=1)
    return Spotted(tuple(found), rest)


def _stretches(text: str, words: list[re.Match[str]]) -> list[str]:
    """List the stretches that begin with the first word, the longest first."""
    return [text[words[0].start() : word.end()] for word in reversed(words[:LONGEST_NAME])]


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
