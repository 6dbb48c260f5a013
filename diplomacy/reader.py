"""Who reads an answer: the language it is said in and the zone its hours are told in."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat as the one who reads: interface language (`en`, `tr`, `ko`) and IANA zone (UTC until it names its own)."""

    language: str = "en"
    zone: ZoneInfo = UTC
