"""Whole messages as Telegram gets them."""

import pytest

from bot.render.telegram_html import plain, render
from diplomacy.briefing.document import (
    Choice,
    Choices,
    Code,
    CopyText,
    Document,
    Evidence,
    Faint,
    Heading,
    Line,
    Link,
    OpenLink,
    Paragraph,
    Section,
    Struck,
    Table,
    Text,
    Words,
)
from tests.bot.pages import COUNTRY, DOSSIER, EMPTY
from tests.bot.telegram_markup import parsed


def line(*inlines: Text | Code | Faint | Struck | Link | Words) -> str:
    told: Line = inlines
    return render(Document((Paragraph(told),))).html


def test_a_dossier() -> None:
    assert (
        render(DOSSIER).html
        == """\
<b>Türkiye – South Korea</b> 🇹🇷🇰🇷
<i>As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet</i>
<i>“korea” read as South Korea</i>

<b>Bottom line.</b> Turkey and South Korea have agreed to expand cooperation. <a href="https://example.org/item-1">[1]</a>
⚠️ <b>One outlet; it quotes Ankara only.</b>

<b>How firm is each matter?</b>
<b>talks</b> · “technical consultations are underway” <a href="https://example.org/item-1">[1]</a>
<b>signed</b> · nothing reported

<b>Evidence:</b> one outlet, no official text.

<blockquote expandable><b>Multilateral</b>
The two presidents &lt;also&gt; pledged. <a href="https://example.org/item-1">[1]</a></blockquote>
<b>[1]</b> <a href="https://example.org/item-1">Albawaba</a>, 24 Nov 2025
<i>Official texts: Türkiye’s ministry is read, none on this.</i>"""
    )


def test_a_country_with_a_table_in_even_columns() -> None:
    assert (
        render(COUNTRY).html
        == """\
<b>Türkiye</b> 🇹🇷
<i>As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet</i>

<b>Busiest relationships</b>
<pre>with         stories              trend
South Korea        1  too little to say
대한민국          12             warmer</pre>
<b>Latest</b>
• 🇰🇷 Turkey and South Korea have agreed. <a href="https://example.org/item-1">[1]</a> <code>NEW</code>

<b>Ahead</b>
• this week: Erdoğan – Zelenskyy
• this week: Erdoğan – Putin
<i>Scheduled, says Erdoğan.</i> <a href="https://example.org/item-1">[1]</a>

<b>[1]</b> <a href="https://example.org/item-1">Albawaba</a>, 24 Nov 2025"""
    )


def test_an_empty_answer() -> None:
    assert (
        render(EMPTY).html
        == """\
<b>Türkiye – Bhutan</b> 🇹🇷🇧🇹
<i>As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet</i>

No report: 0 of 1,912 stored stories tie the two.

• look back further: <code>/relations turkey bhutan 365</code>
• hear of it when something comes: press Follow

<i>We read 141 feeds; 1 covers Bhutan.</i>"""
    )


def test_the_same_dossier_without_markup() -> None:
    assert (
        plain(DOSSIER)
        == """\
Türkiye – South Korea 🇹🇷🇰🇷
As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet
“korea” read as South Korea

Bottom line. Turkey and South Korea have agreed to expand cooperation. [1]
⚠️ One outlet; it quotes Ankara only.

How firm is each matter?
talks · “technical consultations are underway” [1]
signed · nothing reported

Evidence: one outlet, no official text.

Multilateral
The two presidents <also> pledged. [1]
[1] Albawaba <https://example.org/item-1>, 24 Nov 2025
Official texts: Türkiye’s ministry is read, none on this."""
    )


def test_addresses_are_left_out_of_a_plain_message_that_would_grow_too_long() -> None:
    document = Document((Paragraph((Text("w" * 4000), Link("[1]", "https://example.org/" + "x" * 200))),))
    assert plain(document) == "w" * 4000 + "[1]"


def test_a_heading_is_strong_as_a_whole_where_it_says_nothing_about_it() -> None:
    assert render(Document((Heading((Text("Help"),)), Section("First")))).html == "<b>Help</b>\n\n<b>First</b>"


def test_markup_in_words_is_text() -> None:
    assert line(Text('<b>& "x"')) == '&lt;b&gt;&amp; "x"'


def test_an_address_is_escaped_once() -> None:
    link = Link("a & b", 'https://e.org/?a=1&b="2"')
    assert line(link) == '<a href="https://e.org/?a=1&amp;b=&quot;2&quot;">a &amp; b</a>'


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "", "https://", "data:text/html,x", "http://[", "//e"]
)
def test_a_link_to_where_none_may_lead_is_text(url: str) -> None:
    assert line(Link("here", url)) == "here"


def test_controls_and_marks_that_turn_the_reading_direction_are_left_out() -> None:
    assert line(Text("a\u202eb\x00\x07c\td\u2066e\ud800")) == "abc de�"


def test_right_to_left_words_turn_only_themselves_around() -> None:
    assert line(Text("“الشرق الأوسط”, says he")) == "“\u2068الشرق الأوسط\u2069”, says he"
    assert (
        line(Words("قال الرئيس: 15 (yes)", Evidence(1, 0, 3)), Text(" [1]")) == "\u2068قال الرئيس: 15 (yes)\u2069 [1]"
    )
    assert line(Link("هآرتس", "https://example.org/")) == '<a href="https://example.org/">\u2068هآرتس\u2069</a>'


def test_words_of_a_report_stay_on_one_line() -> None:
    assert line(Words("one\ntwo\r\nthree", Evidence(1, 0, 3))) == "one two three"


def test_struck_words_and_code() -> None:
    assert line(Struck("old"), Text(" → "), Code("/new")) == "<s>old</s> → <code>/new</code>"


def test_a_document_that_says_nothing_is_still_a_message() -> None:
    assert render(Document(())).html == "…"
    assert render(Document((Paragraph((Text(" \n "),)), Section("")))).html == "…"
    assert plain(Document(())) == "…"


def test_a_table_with_marks_that_take_no_width_and_rows_that_end_early() -> None:
    document = Document((Table((), (("é", "1"), ("日本", "22"), ("a",))),))
    assert parsed(render(document).html).text == "é      1\n日本  22\na"


def test_the_buttons_of_a_dossier() -> None:
    first, second, third = render(DOSSIER).buttons
    assert [button.label for row in (first, second, third) for button in row] == [
        "🔔 Follow",
        "🇰🇵 North Korea instead",
        "Copy citation",
        "Share",
        "Open",
    ]


def test_a_button_that_could_do_nothing_is_not_there() -> None:
    row = (OpenLink("x", "javascript:1"), Choice("y", " "), CopyText("z", ""), Choice("", "/help"))
    assert render(Document((Choices((row,)),))).buttons == ((Choice("…", "/help"),),)


def test_what_a_button_copies_is_cut_at_what_telegram_takes() -> None:
    ((button,),) = render(Document((Choices(((CopyText("Copy", "word 😀 " * 90),),)),))).buttons
    assert isinstance(button, CopyText)
    assert 200 < len(button.text.encode("utf-16-le")) // 2 <= 256
    assert button.text.endswith(("word", "😀"))
