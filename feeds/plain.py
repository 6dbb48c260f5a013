"""Markup in, plain text out."""

import html
import re

from selectolax.lexbor import LexborHTMLParser

BLOCKS = (
    "address|article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre"
    "|section|table|tbody|td|th|thead|tr|ul"
)
INLINE = (
    "a|abbr|audio|b|big|center|cite|code|del|em|embed|font|i|iframe|img|ins|link|mark|meta|noscript|object|picture|q|s"
    "|script|small|source|span|strike|strong|style|sub|sup|svg|time|tt|u|video|wbr"
)
MARKUP = re.compile(rf"</?(?:{BLOCKS}|{INLINE})(?:\s[^<>]*|\s*/)?>|<!--", re.IGNORECASE)
BLOCK_EDGE = re.compile(rf"<(?=/?(?:{BLOCKS})\b)", re.IGNORECASE)
BREAK = "\N{PARAGRAPH SEPARATOR}"
"""Stands for the edge of a block while HTML's own white space is folded."""
MAX_MARKUP = 60_000
"""Characters of one item's markup that are looked at: far above what is kept, and deep nesting takes quadratic time."""
UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object")
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, soft hyphens, byte order marks and lone surrogates: nothing that a person reads."""


def is_markup(text: str) -> bool:
    """Tell whether a text holds HTML: a known tag, not merely a `<`."""
    return "<" in text and MARKUP.search(text) is not None


def plain(text: str) -> str:
    """Turn HTML, or text with entities, into plain text: one line a paragraph, other white space folded."""
    text = text.replace("<![CDATA[", " ").replace("]]>", " ") if "<![CDATA[" in text else text
    if is_markup(text):
        text = _without_tags(text)
    elif "&" in text:
        text = unescaped(text)
    return fold(text)


def line(text: str) -> str:
    """Turn HTML, or text with entities, into a single plain line. Titles are often escaped twice."""
    told = plain(text)
    if "&" in told and unescaped(told) != told:
        told = plain(told)
    return " ".join(told.split())


def unescaped(text: str) -> str:
    """Read entities; a text with a number of thousands of digits in one, which Python refuses, stays as it came."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def fold(text: str) -> str:
    """Drop what nobody sees; fold white space within lines and empty lines."""
    lines = (" ".join(part.split()) for part in INVISIBLE.sub("", text).replace(BREAK, "\n").split("\n"))
    return "\n".join(part for part in lines if part)


def _without_tags(text: str) -> str:
    """Read the markup as a browser would. White space means nothing in HTML; the edges of blocks do."""
    marked = BLOCK_EDGE.sub(f"{BREAK}<", " ".join(text[:MAX_MARKUP].split()))
    tree = LexborHTMLParser(marked)
    tree.strip_tags(list(UNSEEN))
    return tree.text(separator="")
