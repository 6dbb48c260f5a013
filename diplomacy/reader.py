"""Who reads an answer: the language it is said in and the zone its hours are told in."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat as the one who reads: an interface language (`en`, `tr`, `ko`) and an IANA zone (UTC until the chat names its own)."""

    language: str = "en"
    zone: ZoneInfo = UTC
