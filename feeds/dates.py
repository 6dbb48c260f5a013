"""Dates as feeds write them: aware UTC, or None where nothing can be read out of them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from feedparser.datetimes import _parse_date as feedparser_date

RFC_822 = re.compile(
    r"(?:\w{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*"
    r"(z|ut|utc|gmt|[+-]\d{2}:?\d{2})",
    re.IGNORECASE | re.ASCII,
)
NUMBERS = re.compile(
    r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})"
    r"(?:[ T,-]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?"
    r"\s*(?P<zone>z|gmt|utc|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE | re.ASCII,
)
YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s?[년年./]\s?(?P<month>\d{1,2})\s?[월月./]\s?(?P<day>\d{1,2})\s?[일日.]?"
    r"(?:[ T,-]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?)?\s*(?P<zone>z|gmt|utc|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE | re.ASCII,
)
OFFSET_OF = re.compile(r"\b(?:gmt|utc)\s?([+-])(\d{1,2})(?::?(\d{2}))?$", re.IGNORECASE | re.ASCII)
WORDS = re.compile(
    r"(?:\w+,?\s+)?(?:(?P<day>\d{1,2})\.?\s+(?P<name>[^\W\d]{3,12})\.?|(?P<name2>[^\W\d]{3,12})\.?\s+(?P<day2>\d{1,2}),?)"
    r",?\s+(?P<year>\d{4})(?:[\s,-]+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?m\.?)?)?\s*(?P<zone>z|gmt|utc|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ocak oca janvier janv enero ene januar januari jänner gennaio gen janeiro января янв",
            "feb february şubat şub février févr fév febrero februar februari febbraio fevereiro fev февраля фев февр",
            "mar march mart mars marzo märz maart março марта мар",
            "apr april nisan nis avril avr abril abr aprile апреля апр",
            "may mayıs mai mayo mei maggio mag maio мая май",
            "jun june haziran haz juin junio juni giugno giu junho июня июн",
            "jul july temmuz tem juillet juil julio juli luglio lug julho июля июл",
            "aug august ağustos ağu août agosto ago augustus августа авг",
            "sep sept september eylül eyl septembre septiembre settembre set setembro сентября сен сент",
            "oct october ekim eki octobre octubre oktober okt ottobre ott outubro out октября окт",
            "nov november kasım kas novembre noviembre novembro ноября ноя нояб",
            "dec december aralık ara décembre déc diciembre dic dezember dez dezembro desember декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
WHOLE = re.compile(r"\d{4}[-./]?\d{2}|\d{4}.*[^\W\d]{3}|[^\W\d]{3}.*\d{4}|\d{1,2}[\s-][^\W\d]{3,}[\s-]\d{2}\b")
"""A year and a month stand in it: feedparser makes up what is missing out of today's date."""
HALVES = {"a": 0, "p": 12}
SECONDS_SINCE_1970 = re.compile(r"\d{10}(?:\d{3})?", re.ASCII)
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def parse_date(text: str) -> datetime | None:
    """Read a date and time as some feed writes it; one without a zone counts as UTC, one without a time as midnight."""
    told = OFFSET_OF.sub(_offset, " ".join(text.split())[:100])
    if not told:
        return None
    for reads in (_rfc_822, _unix, _year_first, _feedparser, _numbers, _words):
        try:
            found = reads(told)
        except (ValueError, OverflowError, TypeError, AttributeError, KeyError):
            continue
        if found is not None:
            return found if found >= EARLIEST else None
    return None


def _rfc_822(text: str) -> datetime | None:
    """Read what nine of ten feeds write, faster than by the general way."""
    found = RFC_822.fullmatch(text)
    if found is None or found[2].lower() not in MONTHS:
        return None
    day, name, year, hour, minute, second, zone = found.groups()
    return _moment((int(year), MONTHS[name.lower()], int(day)), (int(hour), int(minute), int(second or 0)), zone)


def _feedparser(text: str) -> datetime | None:
    told = feedparser_date(text) if WHOLE.search(text) else None
    if told is None:
        return None
    year, month, day, hour, minute, second = told[:6]
    return _moment((year, month, day), (hour, minute, second), None)


def _unix(text: str) -> datetime | None:
    return datetime.fromtimestamp(int(text[:10]), UTC) if SECONDS_SINCE_1970.fullmatch(text) else None


def _numbers(text: str) -> datetime | None:
    """Read `24.11.2025 14:05`: the day first, unless only the other order makes a date."""
    found = NUMBERS.fullmatch(text)
    if found is None:
        return None
    day, month = int(found["day"]), int(found["month"])
    if month > 12:  # noqa: PLR2004 (months of a year)
        day, month = month, day
    return _moment((int(found["year"]), month, day), _time(found), found["zone"])


def _year_first(text: str) -> datetime | None:
    """Read `2025년 11월 24일 14:05` and `2025/11/24`."""
    found = YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    return _moment((int(found["year"]), int(found["month"]), int(found["day"])), _time(found), found["zone"])


def _words(text: str) -> datetime | None:
    """Read `24 Kasım 2025 14:05` and `November 24, 2025 2:05 PM`."""
    found = WORDS.fullmatch(text)
    if found is None:
        return None
    month = MONTHS[(found["name"] or found["name2"]).replace("İ", "i").lower()]
    hour, minute, second = _time(found)
    if found["half"]:
        hour = hour % 12 + HALVES[found["half"][0].lower()]
    day = int(found["day"] or found["day2"])
    return _moment((int(found["year"]), month, day), (hour, minute, second), found["zone"])


def _time(found: re.Match[str]) -> tuple[int, int, int]:
    return int(found["hour"] or 0), int(found["minute"] or 0), int(found["second"] or 0)


def _moment(day: tuple[int, int, int], time: tuple[int, int, int], zone: str | None) -> datetime:
    """Build the moment; `24:00` and leap seconds, which some feeds write, run over into the next day or minute."""
    start = datetime.combine(date(*day), datetime.min.time(), _zone(zone))
    return (start + timedelta(hours=time[0], minutes=time[1], seconds=time[2])).astimezone(UTC)


def _offset(found: re.Match[str]) -> str:
    """Write `GMT+3` as `+0300`."""
    return f"{found[1]}{int(found[2]):02}{found[3] or '00'}"


def _zone(told: str | None) -> timezone:
    if not told or told[0] not in "+-":
        return UTC
    digits = told[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(ahead if told[0] == "+" else -ahead)
