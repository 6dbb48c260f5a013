"""Any document that a page could make, and many that no page would: for the laws of the renderers and the codec."""

from hypothesis import strategies as st

from diplomacy.briefing.document import (
    Block,
    Button,
    Choice,
    Choices,
    Code,
    CopyText,
    Document,
    Evidence,
    Faint,
    Flow,
    Fold,
    Heading,
    Inline,
    Items,
    Line,
    Link,
    News,
    OpenLink,
    Paragraph,
    Section,
    ShareInline,
    Source,
    Sources,
    Strong,
    Struck,
    Table,
    Text,
    Words,
)

TRICKY = (
    "<b>&amp;</b>",
    "&lt;",
    "\u202edrowssap",
    "\u200f",
    "🇹🇷🇰🇷",
    "👩‍👩‍👧‍👦",
    "é" * 3,
    "شرق الأوسط",
    "한국",
    "\x00\x07",
    "\ud800",
    "",
)
ADDRESSES = (
    "https://example.org/item-1",
    "http://e.org/?a=1&b=\"'<>",
    "tg://user?id=1",
    "javascript:alert(1)",
    "",
    "https://",
)


def texts(longest: int = 40) -> st.SearchStrategy[str]:
    """Short texts with everything in them: markup, controls, wide, right-to-left and half characters."""
    return st.one_of(
        st.text(max_size=longest),
        st.sampled_from(TRICKY),
        st.lists(st.sampled_from(TRICKY), max_size=3).map(" ".join),
    )


def sentences(longest: int) -> st.SearchStrategy[str]:
    """Long runs of one thing: words, sentences, one endless word, marks that all belong to one letter."""
    return st.builds(
        lambda unit, times: (unit * times)[:longest],
        st.sampled_from(("word ", "A sentence of a report. ", "x", "한국 ", "문", "😀", "́", "أب ", "& ", "\n")),
        st.integers(min_value=1, max_value=longest),
    )


def inlines(text: st.SearchStrategy[str]) -> st.SearchStrategy[Inline]:
    """Any inline."""
    return st.one_of(
        st.builds(Text, text),
        st.builds(Strong, text),
        st.builds(Faint, text),
        st.builds(Code, text),
        st.builds(Struck, text),
        links(text),
        report_words(text),
    )


def links(text: st.SearchStrategy[str]) -> st.SearchStrategy[Link]:
    """Links, some to where no link may lead."""
    return st.builds(Link, text, st.sampled_from(ADDRESSES))


def report_words(text: st.SearchStrategy[str]) -> st.SearchStrategy[Words]:
    """Words with evidence."""
    evidence = st.builds(
        lambda article, start, length: Evidence(article, start, start + length), *(st.integers(1, 99),) * 3
    )
    return st.builds(Words, text, evidence)


def lines(text: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[Line]:
    """Any line."""
    return st.lists(inlines(text), max_size=most).map(tuple)


def buttons(text: st.SearchStrategy[str]) -> st.SearchStrategy[Button]:
    """Any button."""
    return st.one_of(
        st.builds(Choice, text, text),
        st.builds(OpenLink, text, st.sampled_from(ADDRESSES)),
        st.builds(CopyText, text, text),
        st.builds(ShareInline, text, text),
    )


def flows(text: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[Flow]:
    """Any block but choices, folds within folds too."""
    row = st.lists(text, max_size=4).map(tuple)
    plain = st.one_of(
        st.builds(Heading, lines(text)),
        st.builds(Section, text),
        st.builds(Paragraph, lines(text, most)),
        st.builds(Items, st.lists(lines(text), max_size=most).map(tuple)),
        st.builds(News, report_words(text), links(text), lines(text, 2), lines(text, 2), st.booleans()),
        st.builds(Table, row, st.lists(row, max_size=most).map(tuple)),
        st.builds(
            Sources,
            st.lists(st.builds(Source, st.integers(1, 99), text, text, st.sampled_from(ADDRESSES)), max_size=most).map(
                tuple
            ),
        ),
    )
    return st.recursive(plain, lambda inner: st.builds(Fold, st.lists(inner, max_size=3).map(tuple)), max_leaves=4)


def choices(text: st.SearchStrategy[str]) -> st.SearchStrategy[Choices]:
    """Rows of buttons, too wide ones too."""
    return st.builds(Choices, st.lists(st.lists(buttons(text), max_size=12).map(tuple), max_size=4).map(tuple))


def documents(text: st.SearchStrategy[str] | None = None, most: int = 4) -> st.SearchStrategy[Document]:
    """Any document."""
    any_text = texts() if text is None else text
    blocks: st.SearchStrategy[Block] = st.one_of(flows(any_text, most), choices(any_text))
    return st.builds(Document, st.lists(blocks, max_size=8).map(tuple))
