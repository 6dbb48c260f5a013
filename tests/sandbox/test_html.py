"""Telegram's HTML: what is read, what is refused, and that lengths agree with another way of counting."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.api.broken import BrokenMarkup
from sandbox.api.formatting import formatted
from sandbox.api.html import parse_html
from sandbox.world.entities import Entity, units
from sandbox.world.markup import marked_up


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;", '1 < 2 && 3 > 2 "', []),
        ("&#228;&#xe4;&#128512;", "ää😀", []),
        ("&#55357;&#56832;", "😀", []),
        ("&nbsp; & &; &#0; &#xfffffff;", "&nbsp; & &; &#0; &#xfffffff;", []),
        ("<b>x</b>", "x", [Entity("bold", 0, 1)]),
        ("<B>x</b >", "x", [Entity("bold", 0, 1)]),
        ("<b>x</>", "x", [Entity("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("😀<i>ü</i>", "😀ü", [Entity("italic", 2, 1)]),
        ("<b><i>x</i>y</b>", "xy", [Entity("italic", 0, 1), Entity("bold", 0, 2)]),
        ('<span class="tg-spoiler">x</span>', "x", [Entity("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [Entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [Entity("expandable_blockquote", 0, 1)]),
        ('<blockquote expandable="">x</blockquote>', "x", [Entity("expandable_blockquote", 0, 1)]),
        ('<a href="https://e.org/?a=1&amp;b=2">x</a>', "x", [Entity("text_link", 0, 1, "https://e.org/?a=1&b=2")]),
        ("<a href='e.org'>x</a>", "x", [Entity("text_link", 0, 1, "http://e.org/")]),
        ("<a>https://e.org/a</a>", "https://e.org/a", [Entity("text_link", 0, 15, "https://e.org/a")]),
        ('<a href="nowhere">x</a>', "x", []),
        ('<a href="tg://user?id=7">x</a>', "x", [Entity("text_mention", 0, 1, "7")]),
        ("<pre>x</pre>", "x", [Entity("pre", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [Entity("pre", 0, 1, "py")]),
        ("<code>x</code>", "x", [Entity("code", 0, 1)]),
        ('<tg-emoji emoji-id="53">😀</tg-emoji>', "😀", [Entity("custom_emoji", 0, 2, "53")]),
        ('<tg-time unix="1764054000" format="Twd">x</tg-time>', "x", [Entity("date_time", 0, 1, "1764054000", "wdT")]),
    ],
)
def test_html_is_read_as_telegram_reads_it(source: str, text: str, entities: list[Entity]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("ü<x>y</x>", 'Unsupported start tag "x" at byte offset 2'),
        ("<p>y</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("😀</b>", "Unexpected end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<a =x>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="0">y</tg-time>', "Invalid date specified"),
        ('<tg-time unix="5" format="x">y</tg-time>', "Invalid date-time format specified"),
        (
            "&#xd83d;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(BrokenMarkup) as refused:
        parse_html(source)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<b>a<code>b</code>c</b>", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
        ("<code>a<b>b</b></code>", [("code", 0, 2)]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", [("blockquote", 0, 2)]),
        ('<a href="https://e.org/">a<a href="https://f.org/">b</a></a>', [("text_link", 0, 2)]),
        ("<b><b>a</b></b>", [("bold", 0, 1)]),
        ("a<b> </b>b", []),
        ("<b>a </b>", [("bold", 0, 1)]),
        ("\n <b>a</b>", [("bold", 0, 1)]),
        ("<blockquote><b>a</b></blockquote>", [("blockquote", 0, 1), ("bold", 0, 1)]),
        ("\u202eü<b>x\r</b>", [("bold", 1, 1)]),
    ],
)
def test_the_rules_of_nesting_and_trimming_are_kept(source: str, kinds: list[tuple[str, int, int]]) -> None:
    _, entities = formatted(source, "HTML", None)
    assert [(entity.kind, entity.offset, entity.length) for entity in entities] == kinds


TAGS = ["b", "i", "code", "pre", "blockquote", "tg-spoiler", "a"]
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS)]),
    st.sampled_from(
        ["<blockquote expandable>", "<a href='https://e.org/'>", '<a href="x">', "</>", "<", ">", "&", "😀"]
    ),
    st.sampled_from(["&lt;", "&#x41;", "&#55357;", "&#56832;", " ", "\n"]),
)


def read_or_refused(source: str) -> BrokenMarkup | None:
    """What is said against a text, if anything."""
    try:
        parse_html(source)
    except BrokenMarkup as refused:
        return refused
    return None


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_or_refused_with_a_reason(source: str) -> None:
    if (refused := read_or_refused(source)) is not None:
        assert str(refused)
        return
    text, entities = formatted(source, "HTML", None)
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert all(0 <= entity.offset < entity.end <= length for entity in entities)
    assert not [
        (one, other) for one in entities for other in entities if one.offset < other.offset < one.end < other.end
    ]


TREES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8).map(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    ),
    lambda inner: st.tuples(
        st.sampled_from(["b", "i", "u", "s", "tg-spoiler", "blockquote"]), st.lists(inner, max_size=4)
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=12,
)


@given(st.lists(TREES, max_size=6).map("".join))
def test_text_and_lengths_agree_with_stripping_the_tags_and_counting_code_points(source: str) -> None:
    text, entities = parse_html(source)
    stripped = unescape(re.sub(r"<[^>]*>", "", source).replace("&amp;", "\0").replace("&", "\1")).replace("\1lt;", "<")
    assert text == stripped.replace("\1gt;", ">").replace("\1", "&").replace("\0", "&")
    assert units(text) == sum(1 + (ord(character) > 0xFFFF) for character in text)
    for entity in entities:
        raw = text.encode("utf-16-le")[2 * entity.offset : 2 * entity.end]
        assert raw.decode("utf-16-le") in text  # never in the middle of a character


@given(st.lists(TREES, max_size=6).map("".join))
def test_what_is_written_back_reads_the_same(source: str) -> None:
    text, entities = formatted(source, "HTML", None)
    again = formatted(marked_up(text, entities), "HTML", None)
    assert (again[0], [entity for entity in again[1] if entity.kind != "text_link"]) == (
        text,
        [entity for entity in entities if entity.kind not in ("url", "text_link")],
    )
