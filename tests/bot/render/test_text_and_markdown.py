"""Whole pages for a terminal and for a memo."""

from bot.render.markdown import markdown
from bot.render.text import text
from diplomacy.briefing.document import Code, Document, Evidence, Faint, Link, News, Paragraph, Strong, Text, Words
from tests.bot.pages import COUNTRY, DOSSIER


def test_a_country_for_a_terminal() -> None:
    assert (
        text(COUNTRY)
        == """\
Türkiye 🇹🇷
As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet

Busiest relationships
with         stories              trend
South Korea        1  too little to say
대한민국          12             warmer
Latest
• 🇰🇷 Turkey and South Korea have agreed. [1] NEW

Ahead
• this week: Erdoğan – Zelenskyy
• this week: Erdoğan – Putin
Scheduled, says Erdoğan. [1]

[1] Albawaba <https://example.org/item-1>, 24 Nov 2025"""
    )


def test_each_choice_is_a_numbered_line_that_tells_what_to_type() -> None:
    assert text(DOSSIER).split("\n\n")[-1].splitlines() == [
        "1. 🔔 Follow: /subscribe KR TR",
        "2. 🇰🇵 North Korea instead: /relations TR KP 30",
        "3. Copy citation: Albawaba, 24 Nov 2025",
        "4. Share: TR KR",
        "5. Open: https://example.org/item-1",
    ]


def test_an_address_that_no_list_of_sources_tells_stands_behind_its_link() -> None:
    assert (
        text(Document((Paragraph((Link("Albawaba", "https://example.org/1"),)),))) == "Albawaba <https://example.org/1>"
    )


def test_a_dossier_as_a_memo() -> None:
    assert (
        markdown(DOSSIER)
        == """\
# Türkiye – South Korea 🇹🇷🇰🇷

*As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet*

*“korea” read as South Korea*

**Bottom line.** Turkey and South Korea have agreed to expand cooperation. [\\[1\\]](<https://example.org/item-1>)

⚠️ **One outlet; it quotes Ankara only.**

## How firm is each matter?

**talks** · “technical consultations are underway” [\\[1\\]](<https://example.org/item-1>)

**signed** · nothing reported

**Evidence:** one outlet, no official text.

**Multilateral**

The two presidents \\<also\\> pledged. [\\[1\\]](<https://example.org/item-1>)

- **\\[1\\]** [Albawaba](<https://example.org/item-1>), 24 Nov 2025

*Official texts: Türkiye’s ministry is read, none on this.*
"""
    )


def test_a_table_in_a_memo() -> None:
    assert """\
## Busiest relationships

| with | stories | trend |
| --- | ---: | ---: |
| South Korea | 1 | too little to say |
| 대한민국 | 12 | warmer |

## Latest

- 🇰🇷 Turkey and South Korea have agreed. [\\[1\\]](<https://example.org/item-1>) `NEW`

## Ahead

- this week: Erdoğan – Zelenskyy
- this week: Erdoğan – Putin
""" in markdown(COUNTRY)


def test_news_of_a_memo_stand_close_together_as_a_list() -> None:
    news = News(Words("A report.", Evidence(1, 0, 9)), Link("[1]", "https://example.org/1"))
    line = "- A report. [\\[1\\]](<https://example.org/1>)\n"
    assert markdown(Document((Paragraph((Text("Latest"),)), news, news))) == f"Latest\n\n{line}{line}"


def test_what_markdown_would_read_as_markup_is_escaped() -> None:
    line = (Text("# 1 *not* _this_ <b> `x` [y](z)"), Strong(" bold "), Faint("a*b"), Code("a`b"))
    assert markdown(Document((Paragraph(line),))) == (
        "\\# 1 \\*not\\* \\_this\\_ \\<b\\> \\`x\\` \\[y\\](z) **bold** *a\\*b*``a`b``\n"
    )
    assert markdown(Document((Paragraph((Text("1. one\n- two\n+ three"),)),))) == "1\\. one  \n\\- two  \n\\+ three\n"
