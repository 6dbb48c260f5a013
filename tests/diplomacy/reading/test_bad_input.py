"""Whatever a line holds, it is answered in its place, in a time that grows with its length. Dealings are invented."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.as_json import answer, from_line, read_line
from diplomacy.reading.read import read_text
from diplomacy.reading.version import READ_IN_FULL, READING_VERSION
from tests.diplomacy.reading.test_as_json import KEYS

SCRIPTS = (
    "Norway",
    "Türkiye'nin",
    "한국은",
    "中国",
    "日本で",
    "السعودية",
    "Россия",
    "ภาษาไทย",
    "Ελλάδα",
    "ישראל",
    "ایران",
    "भारत",
)
LEFT_IN = ("<p>", "</a>", '<img src="x">', "&nbsp;", "&#1F600;", "<!--", "]]>", "<s>", "</t>", "{{", "\\u0000")
CONTROLS = ("\x00", "\x1b[31m", "\x07", "\r", "\u202e", "\u2028", "\ufeff", "\u200f", "\x85")
HALVES = ("\ud800", "\udfff", "\ud83d", "\udc00x")
SAID = (
    "said",
    "signed",
    "$10 billion",
    "on Monday",
    "next week",
    "not",
    "by",
    "Foreign Minister",
    "imzaladı",
    "만났다",
    "%",
)
ENDS = (".", "\n", "…", "。", "؟", '"', "“", ")", " - ")
PIECES = st.sampled_from((*SCRIPTS, *LEFT_IN, *CONTROLS, *HALVES, *SAID, *ENDS)) | st.text(max_size=8)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=20).map("".join)
LANGUAGES = st.sampled_from((None, "en", "tr", "ko", "ar", "zh", "xx", "EN-us", "", "klingon", "\ud800", "e" * 1000))
DATES = st.sampled_from(
    (
        *(
            None,
            "",
            "soon",
            "0001-01-01",
            "9999-12-31T23:59:59Z",
            "0001-01-01T00:00:00+23:59",
            "2026-02-30",
            "99999-01-01",
        ),
        *("9999-12-31T23:59:59-23:59", "1969-07-20T20:17:40Z", "2026-03-04T08:00:00+09:00", "20260304", "2026-W10-3"),
    )
)


def spans(reading: dict[str, list[dict[str, object]]]) -> list[tuple[int, int]]:
    """All offsets of a reading."""
    told = [one for key in ("events", "people", "figures", "agenda") for one in reading[key]]
    told += [mention for country in reading["countries"] for mention in country["mentions"]]  # type: ignore[attr-defined]
    return [(one["start"], one["end"]) for one in told]  # type: ignore[misc]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, DATES, st.booleans())
def test_any_article_is_read_and_its_offsets_stay_in_its_text(
    gazetteer: Gazetteer,
    title: str,
    text: str,
    language: str | None,
    published: str | None,
    marked: bool,  # noqa: FBT001 (drawn)
) -> None:
    asked = {"id": 1, "title": title, "text": text, "language": language, "published": published, "url": text}
    out = from_line(json.dumps({**asked, "marked": text} if marked else asked), gazetteer)
    reading = json.loads(out)
    assert out.isascii()
    assert set(reading) == KEYS
    longest = len(text) if marked else len(title) + 1 + len(text)
    assert all(0 <= start <= end <= longest for start, end in spans(reading))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.recursive(st.none() | st.floats() | st.text(), st.lists).map(json.dumps))
def test_any_line_that_is_no_article_is_answered_by_what_is_wrong(gazetteer: Gazetteer, line: str) -> None:
    assert set(json.loads(from_line(line, gazetteer))) <= {"id", "error"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(("id", "title", "text", "language", "published", "url", "marked", "source")), JSON)
)
def test_any_values_of_the_keys_are_answered_in_one_line_of_json(
    gazetteer: Gazetteer, asked: dict[str, object]
) -> None:
    out = from_line(json.dumps(asked), gazetteer)
    answered = json.loads(out, parse_constant=pytest.fail)
    assert "\n" not in out
    assert set(answered) == KEYS or set(answered) <= {"id", "error"}


@pytest.mark.parametrize("number", ["1e999", "NaN", "-Infinity", "9" * 5000, "[" * 900 + "]" * 900])
def test_an_id_that_json_could_not_tell_again_is_answered_all_the_same(gazetteer: Gazetteer, number: str) -> None:
    answered = json.loads(from_line(f'{{"id": {number}, "text": "Norway"}}', gazetteer), parse_constant=pytest.fail)
    assert set(answered) == KEYS or set(answered) <= {"id", "error"}


def test_a_report_that_trips_the_reading_costs_no_other(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object, **__: object) -> None:
        raise IndexError("out of range")

    monkeypatch.setattr("diplomacy.reading.as_json.read_text", trip)
    out = json.loads(answer(read_line('{"id": 7, "text": "Norway"}', gazetteer)))
    assert out == {"id": 7, "error": "can't be read: IndexError: out of range"}


def test_an_empty_text_says_nothing(gazetteer: Gazetteer) -> None:
    read = json.loads(from_line('{"id": 1, "text": ""}', gazetteer))
    assert {key: value for key, value in read.items() if value not in ([], None, False)} == {
        "id": 1,
        "kind": "news",
        "version": READING_VERSION,
    }


def test_a_reading_says_where_it_stopped_and_reads_names_to_the_end(gazetteer: Gazetteer) -> None:
    text = (
        "Norway met Estonia. "
        + "Nothing happened here today. " * 1000
        + "Kenya signed with Peru on 4 May 2027 for $5 million."
    )
    reading = read_text("", text, gazetteer, language="en")
    assert (reading.read_to, reading.covered) == (READ_IN_FULL, True)
    assert {"NO", "EE", "KE", "PE"} <= {one.code for one in reading.countries}
    assert all(one.end <= READ_IN_FULL for one in (*reading.events, *reading.figures, *reading.agenda))
    assert read_text("", text[:READ_IN_FULL], gazetteer).read_to is None


def test_a_reading_says_whether_events_are_read_in_its_language(gazetteer: Gazetteer) -> None:
    finnish = read_text("", "Suomi ja Viro tapasivat eilen Helsingissä, kertoo ulkoministeriö.", gazetteer)
    assert (finnish.language, finnish.covered, finnish.events) == ("fi", False, ())
    assert {"FI", "EE"} <= {one.code for one in finnish.countries}


@pytest.mark.parametrize(
    "character", ["a", "A", " ", "\n", ".", "(", "1", "\ud800", "\x00", "中", "한", "é", "\u0301", "<", "🙂"]
)
def test_a_megabyte_of_one_character_takes_no_time(gazetteer: Gazetteer, character: str) -> None:
    line = json.dumps({"id": 1, "text": character * 1_000_000})
    assert seconds(line, gazetteer) < 3


UNITS = (
    *(
        "Norway met Estonia. ",
        "Norway, Estonia, Kenya and Peru ",
        "U.S. ",
        "ANKARA (",
        "한국은 ",
        "中国与日本",
        "وقالت مصر ",
    ),
    *(
        "$10 billion ",
        "on Monday ",
        "Foreign Minister Ann Lee said ",
        '"',
        "<p>Norway</p>\n",
        "Norway\n\n  ",
        "not by ",
        "1,000",
    ),
    *("\u0301", "Georgia ", "e\u0301 ", "ᄒ", "President ", "2026 ", "“he said ”", "Athens ", "Jordan ", "Korea "),
)


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_twice_the_time(gazetteer: Gazetteer, unit: str) -> None:
    """Ten times the text may take twenty times the time: what grows with the square would take a hundred times."""

    def line(length: int) -> str:
        return json.dumps({"id": 1, "text": unit * (length // len(unit)), "language": "en", "published": "2026-03-04"})

    seconds(line(2000), gazetteer)
    assert seconds(line(300_000), gazetteer) < 20 * max(seconds(line(30_000), gazetteer), 0.02)


def test_ten_thousand_mentions_are_all_told(gazetteer: Gazetteer) -> None:
    line = json.dumps({"id": 1, "text": "Norway met Estonia. " * 5000})
    assert seconds(line, gazetteer) < 2
    countries = json.loads(from_line(line, gazetteer))["countries"]
    assert sum(len(one["mentions"]) for one in countries) == 10_000


REPORT = (
    "The foreign ministers of Norway and Estonia met in Oslo on Tuesday and agreed to build ferries together. "
    "They spoke for an hour, and the hosts said that the work would begin in spring, once the yards have the steel. "
    "Nobody could say what it costs, though officials in Tallinn put it near $40 million over four years.\n"
)


def test_two_megabytes_of_reports_take_two_seconds(gazetteer: Gazetteer) -> None:
    line = json.dumps({"id": 1, "text": REPORT * (2_000_000 // len(REPORT))})
    assert min(seconds(line, gazetteer) for _ in range(3)) < 2


def seconds(line: str, gazetteer: Gazetteer) -> float:
    """The time of this process that a line takes: others on the machine count for little."""
    begun = time.process_time()
    from_line(line, gazetteer)
    return time.process_time() - begun
