"""A reading shown in the report itself. The dealings in these tests are invented."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.explaining import page
from bot.explaining.spans import Closed, Layer, Opened, Span, Words, parts
from bot.explaining.terminal import explain
from diplomacy.reading.as_json import BadLine, ReadLine
from diplomacy.reading.shapes import (
    AgendaSaid,
    ArticleKind,
    Attribution,
    CountrySaid,
    FigureSaid,
    Mention,
    MentionKind,
    PairSaid,
    PersonSaid,
    Reading,
    Root,
    Stage,
    When,
)
from tests.builders import an_event

TOLD = "Oslo told Estonian Foreign Minister Mari Tamm that 3 ferries will come on Monday.\nNobody answered."
EVENT = replace(
    an_event(Root.AGREE, pair=("EE", "NO"), stage=Stage.AGREED, topics=("trade",), start=0, end=81),
    source="NO",
    target="EE",
    mutual=False,
    said_by=Attribution("Mari Tamm", "EE"),
    when=When("2026-03-02", "day"),
    because="rule: told (AGREE), weights .91",
)
READING = Reading(
    "en",
    ArticleKind.NEWS,
    countries=(
        CountrySaid("NO", 0.6, (Mention(0, 4, "Oslo", MentionKind.CAPITAL),)),
        CountrySaid("EE", 0.4, (Mention(10, 18, "Estonian", MentionKind.DEMONYM),)),
    ),
    pairs=(PairSaid(("EE", "NO"), 0.8, 0, 81),),
    events=(EVENT,),
    topics=("trade",),
    people=(PersonSaid("Mari Tamm", "Foreign Minister", "EE", 36, 45),),
    figures=(FigureSaid("3 ferries", "quantity", 3.0, "ferry", None, "value", None, 51, 60),),
    agenda=(AgendaSaid("3 ferries will come on Monday", ("NO",), (), None, When("2026-03-09", "day"), 51, 80),),
    covered=True,
    version=2,
)


def test_at_the_terminal_brackets_and_lines_tell_it_without_colours() -> None:
    assert explain(ReadLine("a1", TOLD, READING)).plain == (
        "a1  en · news · reading 2\n"
        "▸1 [Oslo|NO capital] told [Estonian|EE demonym] Foreign Minister [Mari Tamm|Foreign Minister, EE] that "
        "[[3 ferries|3 ferry · value] will come on Monday|2026-03-09].\n"
        "Nobody answered.\n"
        "countries NO .60  EE .40\n"
        "pairs     EE-NO .80\n"
        "topics    trade\n"
        "event 1   AGREE (verbal-cooperation)  NO → EE  did, agreed  tone 3  sure .90  trade  says Mari Tamm, EE  "
        "on 2026-03-02\n"
        "          rule: told (AGREE), weights .91\n"
        "person    Mari Tamm, Foreign Minister, EE\n"
        "figure    3 ferry, value\n"
        "ahead     2026-03-09, 3 ferries will come on Monday, NO\n"
    )


def test_a_language_without_events_and_a_text_read_in_part_are_told_so() -> None:
    shown = explain(ReadLine(None, "x" * 30_000, Reading("fi", ArticleKind.NEWS, read_to=20_000, version=2))).plain
    assert "fi (events are not read in it) · news · reading 2 · all but names read to 20,000 of 30,000" in shown


def test_nothing_in_a_report_moves_the_cursor_or_turns_the_line_of_the_terminal() -> None:
    told = "\x1b[31mred\u202e \ud800 \x07"
    assert explain(ReadLine("\x1b", told, Reading(None, ArticleKind.NEWS))).plain.startswith("\ufffd  language unknown")
    assert not set("\x1b\u202e\ud800\x07") & set(explain(ReadLine("\x1b", told, READING)).plain)


def test_a_bad_line_stands_in_its_place() -> None:
    assert explain(BadLine("text must be a string", {"id": 5})).plain == "5: text must be a string\n"
    assert "text must be a string" in page.report(BadLine("text must be a string"))


class Seen(HTMLParser):
    """What a browser would make of a page: its text, its elements, all that could ask for something or run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def test_the_page_is_well_formed_and_asks_nobody_for_anything() -> None:
    hostile = "<script>alert(1)</script> & \"quotes\" <img src=x onerror='y'>"
    reading = replace(READING, events=(replace(EVENT, because=hostile),), topics=(hostile,))
    reports = page.report(ReadLine(hostile, f"{TOLD}{hostile}", reading)) + page.report(
        BadLine(hostile, {"id": hostile})
    )
    html = page.head() + reports + page.TAIL
    seen = Seen(html)
    assert seen.open == []
    assert not seen.tags & {"script", "img", "link", "iframe", "a", "form", "object"}
    assert seen.attributes <= {
        *("lang", "charset", "name", "content", "http-equiv", "aria-label", "class", "dir", "data-of", "colspan")
    }
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html
    assert "".join(seen.text).count(hostile) == 6
    assert "prefers-color-scheme: dark" in html


def test_the_page_has_a_table_of_events_with_what_decided() -> None:
    html = page.report(ReadLine("a1", TOLD, READING))
    row = '<td data-of="event">1 AGREE</td><td data-of="class">verbal-cooperation</td><td data-of="sides">NO → EE</td>'
    assert row in html
    assert '<td data-of="because" colspan="9">rule: told (AGREE), weights .91</td>' in html
    assert '<mark class="event"><b>1</b><mark class="country">Oslo<i>NO capital</i></mark> told ' in html


SPANS = st.lists(
    st.builds(
        lambda start, length, layer: Span(start, start + length, layer, "name"),
        st.integers(-3, 40),
        st.integers(-2, 30),
        st.sampled_from(list(Layer)),
    ),
    max_size=12,
)


@given(st.text(max_size=40), SPANS)
def test_stretches_that_nest_or_cross_are_always_marked_whole_and_never_cross_in_what_is_shown(
    text: str, spans: list[Span]
) -> None:
    inside: list[Span] = []
    shown, covered = "", dict.fromkeys(spans, "")
    for part in parts(text, sorted(spans)):
        match part:
            case Opened(span, again):
                assert again == bool(covered[span])
                inside.append(span)
            case Closed(span):
                assert inside.pop() is span
            case Words(words):
                assert words
                shown += words
                for span in set(inside):
                    covered[span] += words
    assert (shown, inside) == (text, [])
    for span, words in covered.items():
        begin, end = max(0, span.start), min(span.end, len(text))
        assert words == (text[begin:end] if begin < end else "")
