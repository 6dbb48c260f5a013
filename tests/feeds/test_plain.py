"""Markup in, plain text out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.plain import is_markup, line, plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Ankara<b>'s</b> envoy,<br/>said.</p><p>Seoul agreed.</p>", "Ankara's envoy,\nsaid.\nSeoul agreed."),
        ("<ul><li>one</li><li>two</li></ul>tail", "one\ntwo\ntail"),
        ("<table><tr><td>a<td>b</table>z", "a\nb\nz"),
        ("growth < 2% and > 1%", "growth < 2% and > 1%"),
        ("AT&amp;T&nbsp;&quot;said&quot;", 'AT&T "said"'),
        ("<![CDATA[ <b>x</b> ]]>", "x"),
        ("<style>p{}</style><script>a<b</script>seen", "seen"),
        ("a\u00adb\ufeff\x07c", "abc"),
        ("one\n\n\n two\t three", "one\ntwo three"),
    ],
)
def test_markup_becomes_the_text_that_a_browser_shows(markup: str, text: str) -> None:
    assert plain(markup) == text


def test_a_title_escaped_twice_is_one_plain_line() -> None:
    assert line("AT&amp;amp;T\n&amp;quot;<b>said</b>&amp;quot;") == 'AT&T "said"'


@pytest.mark.timeout(20)
@pytest.mark.parametrize("flood", ["<!--" * 175_000, "<p " * 200_000, "<div>" * 100_000, "<" * 500_000, "&#" * 300_000])
def test_a_flood_of_markup_takes_no_time(flood: str) -> None:
    assert len(plain(flood)) <= len(flood)


@given(st.text())
def test_plain_text_holds_no_markup_and_no_unseen_characters(text: str) -> None:
    told = plain(text)

    assert "\n\n" not in told
    assert told == told.strip()
    if not is_markup(text) and "&" not in text:
        assert plain(told) == told
