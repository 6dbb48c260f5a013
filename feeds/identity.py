"""Tell which item of a feed this is: a known one, perhaps under another text, or another one.

Identities are kept for as long as the feed lists the item, so they must not change with the program.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = ("utm_", "at_", "pk_", "mc_", "hsa_")
TRACKING_NAMES = frozenset(
    {"fbclid", "gclid", "igshid", "yclid", "ito", "cmpid", "cmp", "ref", "ref_src", "ns_mchannel", "ns_source", "taid"}
)
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Marks:
    """What an item can be recognised by, as its feed gives it."""

    guid: str
    link: str
    title: str
    date: str
    """As the feed writes it; empty where it gives none."""


def identities(items: Sequence[Marks]) -> tuple[str, ...]:
    """Name the items of one document: SHA-256 of guid, else of canonical link, else of title and date.

    A guid that stands on several items of the document names none of them alone, so each gets its link added.
    """
    seen = Counter(item.guid for item in items if item.guid)
    return tuple(digest(*_parts(item, repeated=seen[item.guid] > 1)) for item in items)


def _parts(item: Marks, *, repeated: bool) -> Iterable[str]:
    if item.guid and not repeated:
        return (item.guid,)
    link = canonical(item.link)
    if item.guid:
        return (item.guid, link)
    return (link,) if link else (item.title, item.date)


def content_hash(title: str, text: str) -> str:
    """Hash what an item tells: another hash under the same identity is a new version."""
    return digest(title, text)


def digest(*parts: str) -> str:
    """SHA-256 (hex) of one text, or of several that can't run into each other."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def canonical(link: str) -> str:
    """Write a link the one way it is compared: no scheme, `www.`, fragment, tracking, last slash."""
    try:
        parts = urlsplit(link.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = parts.port
    except ValueError:
        return link.strip()
    if not host or parts.scheme.lower() not in DEFAULT_PORTS:
        return link.strip()
    place = host if port in {None, DEFAULT_PORTS[parts.scheme.lower()]} else f"{host}:{port}"
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    return urlunsplit(("", place, parts.path.rstrip("/"), urlencode(asked), ""))


def _tracks(name: str) -> bool:
    name = name.lower()
    return name in TRACKING_NAMES or name.startswith(TRACKING)
