"""For any document: each part is a message that Telegram takes, and no word is lost on the way."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.render.cutting import cut_point
from bot.render.telegram_html import plain, render, split
from diplomacy.briefing.document import (
    Block,
    Choice,
    Choices,
    Document,
    Evidence,
    Faint,
    Fold,
    Heading,
    Items,
    Line,
    Link,
    News,
    Paragraph,
    Section,
    Sources,
    Strong,
    Table,
    Text,
    Words,
)
from tests.bot.documents import documents, sentences, texts
from tests.bot.telegram_markup import parsed

EVIDENCE = Evidence(1, 0, 5)


def words_of(document: Document) -> str:
    """Every visible character that a page says, in order, without space."""
    whole = "".join(told for block in document.blocks for told in _told(block))
    return visible(whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def visible(text: str) -> str:
    return "".join(
        char for char in text if not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp"}
    )


def _told(block: Block) -> Iterator[str]:
    match block:
        case Heading(line) | Paragraph(line):
            yield _flat(line)
        case Section(text):
            yield text
        case Items(items):
            yield from map(_flat, items)
        case News(words, source, lead, notes):
            yield from (_flat(lead), words.text, source.text, _flat(notes))
        case Table(head, rows):
            yield from (cell for row in (head, *rows) for cell in row)
        case Fold(blocks):
            yield from (told for inner in blocks for told in _told(inner))
        case Sources(sources):
            yield from (f"[{source.number}]{source.publisher}{source.date}" for source in sources)
        case Choices():
            return


def _flat(line: Line) -> str:
    return "".join(inline.text for inline in line)


def is_told_in_order(told: str, by: str) -> bool:
    """Whether all characters of a text stand in another in the same order."""
    rest = iter(by)
    return all(char in rest for char in told)


def check_the_law(document: Document) -> tuple[Document, ...]:
    parts = split(document)
    told = ""
    for part in parts:
        rendered = render(part)
        message = parsed(rendered.html)
        assert 0 < message.units <= 4096
        assert len(message.entities) <= 100
        assert rendered.units == message.units or rendered.html == "…"
        assert rendered.entities == len(message.entities)
        assert all(len(row) <= 8 for row in rendered.buttons)
        assert sum(map(len, rendered.buttons)) <= 100
        assert 0 < len(plain(part).encode("utf-16-le")) // 2 <= 4096
        assert split(part) == (part,)
        told += message.text
    assert is_told_in_order(words_of(document), visible(told))
    return parts


@given(documents())
def test_any_document_becomes_messages_that_telegram_takes_and_loses_no_word(document: Document) -> None:
    check_the_law(document)


@given(documents(sentences(9000), most=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_document_of_endless_texts_becomes_messages_too(document: Document) -> None:
    check_the_law(document)


@given(st.lists(texts(12), min_size=90, max_size=260))
@settings(max_examples=30, deadline=None)
def test_a_document_of_many_links_keeps_within_a_hundred_entities(labels: list[str]) -> None:
    line = tuple(Link(label, "https://example.org/") for label in labels)
    check_the_law(Document((Heading((Text("Links"),)), Paragraph(line))))


def test_what_fits_one_message_is_left_as_it_is() -> None:
    document = Document((Heading((Text("Türkiye"),)), Paragraph((Text("A line."),))))
    assert split(document) == (document,)


def test_blocks_go_whole_and_each_part_repeats_the_heading_with_its_number() -> None:
    heading = (Text("Türkiye – South Korea"),)
    paragraphs = [Paragraph((Text(f"{number} " + "word " * 300),)) for number in range(6)]
    choices = Choices(((Choice("Follow", "/subscribe KR TR"),),))
    first, second, third = check_the_law(Document((Heading(heading), *paragraphs, choices)))
    assert first.blocks == (Heading((*heading, Text(" "), Faint("1/3"))), *paragraphs[:2])
    assert second.blocks == (Heading((*heading, Text(" "), Faint("2/3"))), *paragraphs[2:4])
    assert third.blocks == (Heading((*heading, Text(" "), Faint("3/3"))), *paragraphs[4:], choices)
    assert render(first).html.startswith("<b>Türkiye – South Korea</b> <i>1/3</i>\n\n0 word")


def test_the_title_of_a_section_goes_with_what_follows_it() -> None:
    filling, section = Paragraph((Text("w" * 3900),)), Section("Latest")
    news = News(Words("A report. " * 30, EVIDENCE), Link("[1]", "https://example.org/item-1"))
    first, second = check_the_law(Document((Heading((Text("T"),)), filling, section, news)))
    assert first.blocks[1:] == (filling,)
    assert second.blocks[1:] == (section, news)


def test_a_report_too_long_is_cut_after_sentences_and_each_piece_links_to_the_source() -> None:
    source = Link("[1]", "https://example.org/item-1")
    news = News(Words("They met in Ankara. " * 400, EVIDENCE), source, (Strong("talks"),), (Faint("one outlet"),))
    parts = check_the_law(Document((news,)))
    pieces = [block for part in parts for block in part.blocks if isinstance(block, News)]
    assert len(pieces) == 2
    assert all(piece.source == source and piece.words.text.rstrip().endswith("Ankara.") for piece in pieces)
    assert (pieces[0].lead, pieces[-1].lead) == ((Strong("talks"),), ())
    assert (pieces[0].notes, pieces[-1].notes) == ((), (Faint("one outlet"),))


def test_a_long_text_is_cut_between_words_and_an_endless_word_between_characters() -> None:
    family = "👩‍👩‍👧‍👦"
    parts = check_the_law(Document((Paragraph((Text("diplomacy " * 500),)), Paragraph((Text(family * 800),)))))
    texts_of_parts = [parsed(render(part).html).text for part in parts]
    assert all(set(re.findall(r"[a-z]+", text)) <= {"diplomacy"} for text in texts_of_parts)
    assert all(text.count("👦") == text.count("👩‍👩‍👧‍👦") for text in texts_of_parts)


@pytest.mark.timeout(20)
def test_a_flood_of_full_stops_is_cut_in_no_time() -> None:
    assert cut_point("." * 100_000 + "x", 99_999) == 99_999


def test_a_flag_is_never_torn() -> None:
    parts = check_the_law(Document((Paragraph((Text("🇹🇷🇰🇷" * 1500),)),)))
    for part in parts:
        flags = re.sub(r"[^\U0001f1e6-\U0001f1ff]", "", parsed(render(part).html).text)
        assert flags == "🇹🇷🇰🇷" * (len(flags) // 4) or flags == "🇰🇷🇹🇷" * (len(flags) // 4) or flags[:2] in {"🇹🇷", "🇰🇷"}
        assert len(flags) % 2 == 0


def test_a_table_too_long_goes_on_below_the_same_head() -> None:
    rows = tuple((f"Country {number}", str(number)) for number in range(600))
    parts = check_the_law(Document((Table(("with", "stories"), rows),)))
    tables = [block for part in parts for block in part.blocks if isinstance(block, Table)]
    assert tuple(row for table in tables for row in table.rows) == rows
    assert {table.head for table in tables} == {("with", "stories")}


def test_a_fold_too_long_becomes_folds() -> None:
    lines = tuple(Paragraph((Strong("matter"), Text(" said " * 20))) for _ in range(120))
    parts = check_the_law(Document((Heading((Text("T"),)), Fold(lines))))
    assert len(parts) > 1
    assert all(isinstance(block, Fold) for part in parts for block in part.blocks[1:])


@pytest.mark.parametrize("count", [100, 101, 250])
def test_more_than_a_hundred_buttons_stand_below_further_messages(count: int) -> None:
    buttons = tuple(Choice(str(number), f"/relations {number}") for number in range(count))
    parts = check_the_law(Document((Heading((Text("T"),)), Choices((buttons,)))))
    shown = [button for part in parts for row in render(part).buttons for button in row]
    assert tuple(shown) == buttons
    assert len(parts) == -(-count // 100) or count == 250


def test_ten_parts_are_numbered_as_ten() -> None:
    document = Document((Heading((Text("T"),)), *(Paragraph((Text("word " * 700),)) for _ in range(12))))
    parts = check_the_law(document)
    assert [render(part).html.split("\n")[0] for part in parts][9:] == [
        f"<b>T</b> <b></b><i>{n}/12</i>".replace("<b></b>", "") for n in (10, 11, 12)
    ]
