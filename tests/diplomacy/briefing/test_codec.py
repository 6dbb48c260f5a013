"""What the outbox keeps of a document."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.briefing.codec import PayloadError, decode, encode
from diplomacy.briefing.document import Document, Fold, Heading, Paragraph, Text
from tests.bot.documents import documents


@given(documents(st.text(max_size=20)))
def test_a_document_comes_back_as_it_went_in(document: Document) -> None:
    assert decode(encode(document)) == document


@given(documents())
def test_whatever_is_written_is_ascii_and_can_be_read(document: Document) -> None:
    payload = encode(document)
    assert payload.isascii()
    assert encode(decode(payload)) == payload


def test_half_a_character_becomes_the_sign_for_one_that_was_lost() -> None:
    assert decode(encode(Document((Heading((Text("a\ud83d"),)),)))) == Document((Heading((Text("a�"),)),))


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "nothing",
        "[]",
        "{}",
        "null",
        '{"v":1}',
        '{"v":2,"blocks":[]}',
        '{"v":true,"blocks":[]}',
        '{"v":1,"blocks":{}}',
        '{"v":1,"blocks":[{"is":"poem"}]}',
        '{"v":1,"blocks":[{"is":"choices","rows":[[["press","a","b"]]]}]}',
        '{"v":1,"blocks":[{"is":"paragraph","line":[["z","a"]]}]}',
        '{"v":1,"blocks":[{"is":"paragraph","line":[["w","a",1,5,5]]}]}',
        '{"v":1,"blocks":[{"is":"paragraph","line":[["t","a","b"]]}]}',
        '{"v":1,"blocks":[{"is":"section","text":5}]}',
    ],
)
def test_what_is_no_document_is_told_with_a_typed_error(payload: str) -> None:
    with pytest.raises(PayloadError):
        decode(payload)


def test_a_payload_folded_too_deep_is_told_with_a_typed_error() -> None:
    depth = 100_000
    payload = '{"v":1,"blocks":[' + '{"is":"fold","blocks":[' * depth + "]}" * depth + "]}"
    with pytest.raises(PayloadError):
        decode(payload)


@given(documents(st.text(max_size=5)), st.data())
def test_a_damaged_payload_is_read_or_refused_but_never_breaks_the_reader(
    document: Document, data: st.DataObject
) -> None:
    payload = encode(document)
    at = data.draw(st.integers(0, len(payload) - 1))
    try:
        decode(payload[:at] + data.draw(st.sampled_from(("", "1", '"', "[", "}", "null"))) + payload[at + 1 :])
    except PayloadError as error:
        assert str(error)  # noqa: PT017 - either outcome is right


def test_a_payload_is_small() -> None:
    document = Document((Heading((Text("Türkiye"),)), Fold((Paragraph((Text("a"),)),))))
    assert json.loads(encode(document)) == {
        "v": 1,
        "blocks": [
            {"is": "heading", "line": [["t", "Türkiye"]]},
            {"is": "fold", "blocks": [{"is": "paragraph", "line": [["t", "a"]]}]},
        ],
    }
