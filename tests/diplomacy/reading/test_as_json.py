"""`dragoman read`: a line in, a line out, whatever the line. The dealings in these tests are invented."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.countries import as_json as resolving
from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.as_json import from_line

KEYS = {
    *("id", "language", "covered", "kind", "countries", "pairs", "events", "topics", "people", "figures", "agenda"),
    *("read_to", "version"),
}


def answer(gazetteer: Gazetteer, **asked: object) -> dict[str, object]:
    read: dict[str, object] = json.loads(from_line(json.dumps(asked), gazetteer))
    return read


def test_all_keys_are_always_there(gazetteer: Gazetteer) -> None:
    assert set(answer(gazetteer, id=7, text="")) == KEYS


def test_the_answer_is_ascii_and_offsets_count_code_points_of_title_and_text(gazetteer: Gazetteer) -> None:
    line = json.dumps({"id": "a", "title": "🙂 İlk", "text": "Türkiye ve Güney Kore anlaştı."})
    told = "🙂 İlk\nTürkiye ve Güney Kore anlaştı."
    out = from_line(line, gazetteer)
    assert out.isascii()
    mentions = [mention for country in json.loads(out)["countries"] for mention in country["mentions"]]
    assert {told[one["start"] : one["end"]] for one in mentions} == {"Türkiye", "Güney Kore"}
    assert all(told[one["start"] : one["end"]] == one["text"] for one in mentions)


def test_a_title_that_begins_the_text_is_read_once(gazetteer: Gazetteer) -> None:
    read = json.loads(
        from_line(
            json.dumps({"id": 1, "title": "Norway lent Estonia …", "text": "Norway lent Estonia a ferry."}), gazetteer
        )
    )
    assert [len(country["mentions"]) for country in read["countries"]] == [1, 1]
    assert read["countries"][0]["mentions"][0]["start"] == 0


def test_an_event_has_all_its_keys(gazetteer: Gazetteer) -> None:
    read = json.loads(from_line(json.dumps({"id": 1, "text": "Norway accused Estonia of spying."}), gazetteer))
    assert read["pairs"] == [{"pair": ["EE", "NO"], "salience": read["pairs"][0]["salience"]}]
    assert read["events"] == [
        {
            "event": "ACCUSE",
            "quad": "verbal-conflict",
            "source": "NO",
            "target": "EE",
            "pair": ["EE", "NO"],
            "mutual": False,
            "stage": None,
            "modality": "did",
            "tone": -4.0,
            "topics": [],
            "said_by": None,
            "when": {"date": None, "precision": "none"},
            "background": False,
            "confidence": read["events"][0]["confidence"],
            "start": 0,
            "end": 33,
        }
    ]


@pytest.mark.parametrize(
    ("marked", "event", "source", "target"),
    [
        ("<s>Norway</s> accused <t>Estonia</t> of spying.", "ACCUSE", "NO", "EE"),
        ("<t>The harbour union</t> was praised by <s>the ferrymen</s>.", "SUPPORT", None, None),
        ("<s>Norway</s> and <t>Estonia</t>", None, "NO", "EE"),
        ("No tags at all", None, None, None),
        ("<t>only one", None, None, None),
    ],
)
def test_marked_sides_give_exactly_one_event(
    gazetteer: Gazetteer, marked: str, event: str | None, source: str | None, target: str | None
) -> None:
    read = json.loads(from_line(json.dumps({"id": 1, "marked": marked, "language": "en"}), gazetteer))
    (told,) = read["events"]
    assert (told["source"], told["target"]) == (source, target)
    assert told["event"] == event or event is None, "words that tell nothing are guessed at"


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("", {}),
        ("{", {}),
        ("[]", {}),
        ("3", {}),
        ('{"id": 5}', {"id": 5}),
        ('{"id": 5, "text": 3}', {"id": 5}),
        ('{"id": "x", "text": "a", "title": []}', {"id": "x"}),
        ("[" * 100_000, {}),
    ],
)
def test_a_bad_line_is_answered_in_its_place(gazetteer: Gazetteer, line: str, known: dict[str, object]) -> None:
    for out in (json.loads(from_line(line, gazetteer)), json.loads(resolving.from_line(line, gazetteer))):
        if "title" not in line:
            assert {**known, "error": out["error"]} == out


def test_resolve_answers_with_the_keys_of_its_contract(gazetteer: Gazetteer) -> None:
    out = json.loads(
        resolving.from_line('{"id": 1, "text": "turkey korea atlantis 90", "language": "en-GB"}', gazetteer)
    )
    assert out == {
        "id": 1,
        "countries": ["TR", "KR"],
        "several": [["KR", "KP"]],
        "unknown": ["atlantis"],
        "window": 90,
        "since": None,
    }


PIECES = st.sampled_from(
    [
        "Norway",
        "Türkiye'nin",
        "한국은",
        "met",
        "signed",
        "in",
        "<s>",
        "</t>",
        "&amp;",
        "(AP) —",
        "\ud800",
        "\x00",
        ". ",
        "\n",
        "中国。",
        "ر",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=6), max_size=30).map(" ".join),
    st.text(max_size=30),
    st.sampled_from([None, "en", "tr", "ko", "zz", ""]),
    st.booleans(),
)
def test_any_text_is_read_without_an_exception(
    gazetteer: Gazetteer,
    text: str,
    title: str,
    language: str | None,
    marked: bool,  # noqa: FBT001
) -> None:
    asked: dict[str, object] = {"id": 1, "title": title, "text": text, "language": language}
    if marked:
        asked["marked"] = text
    assert set(answer(gazetteer, **asked)) == KEYS


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "Norway ",
        "Norway met Estonia. ",
        "ANKARA ",
        "(",
        "U.S. ",
        "signed ",
        "한국",
        "中国",
        "A. ",
        "x, y and z, ",
        "\n",
        "é\u0301",
    ],
)
def test_time_grows_with_the_length_of_a_text(gazetteer: Gazetteer, unit: str) -> None:
    def seconds(length: int) -> float:
        begun = time.process_time()
        from_line(json.dumps({"id": 1, "text": unit * (length // len(unit))}), gazetteer)
        return time.process_time() - begun

    seconds(2000)
    assert seconds(160_000) < 12 * max(seconds(20_000), 0.01) + 0.3
