"""Who owns which outlet: names and hosts folded into publishers. Two outlets of one family count once."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from diplomacy.news import FeedKind, Publisher

FILE = Path(__file__).parent / "families.csv"
REMARK = re.compile(r"\s*\([^()]*\)\s*$")
DESK = re.compile(r"\s+[–—-]\s.*$|\s*\([^()]*\)\s*$|\s+in\s+[A-Z]\w+$")
"""What a name says beyond the outlet: ` – World`, `(English)`, ` in Polish`."""
VIA = re.compile(r"\s+(?:via|citing|through)\s+", re.IGNORECASE)
NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets whose owner is known, by folded name and by host."""

    by_name: dict[str, Publisher]
    by_host: dict[str, Publisher]

    def find(self, name: str, link: str = "") -> Publisher | None:
        """Find an outlet by its name, whole or without its desk, else by the host of its address."""
        for told in (name, REMARK.sub("", name), DESK.sub("", name)):
            if told and (found := self.by_name.get(fold(told))) is not None:
                return found
        return next((self.by_host[host] for host in _hosts(link) if host in self.by_host), None)


@cache
def outlets() -> Outlets:
    """Read `families.csv`, once."""
    by_name: dict[str, Publisher] = {}
    by_host: dict[str, Publisher] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            publisher = Publisher(
                name=row["outlet"],
                family=row["family"],
                country=row["country"] or None,
                kind=FeedKind(row["kind"]),
                state_linked=row["state_linked"] == "yes",
            )
            for name in (row["outlet"], *filter(None, row["also"].split("|"))):
                by_name[fold(name)] = publisher
            for host in filter(None, row["hosts"].split("|")):
                by_host[host] = publisher
    return Outlets(by_name, by_host)


def publisher_for(
    name: str,
    link: str,
    *,
    country: str | None = None,
    kind: FeedKind | None = None,
    state_linked: bool | None = None,
) -> Publisher:
    """Name the publisher of a feed: the outlet without its desk, and the family that owns it.

    `BBC – Africa` becomes `BBC News`; the facts that are given outrank what is known of the owner; an owner that is
    unknown makes the outlet its own family, a name that is unknown is the address's host.
    """
    named = outlets().find(name) if name else None
    owner = named or outlets().find("", link)
    stem = DESK.sub("", name).strip() or name or (owner.name if owner else _host(link))
    return Publisher(
        name=named.name if named else stem,
        family=owner.family if owner else fold(stem) or stem,
        country=country or (owner.country if owner else None),
        kind=kind or (owner.kind if owner else FeedKind.OUTLET),
        state_linked=(owner is not None and owner.state_linked) if state_linked is None else state_linked,
    )


def source_publisher(name: str, link: str) -> Publisher:
    """Name the publisher that an item's `<source>` tells. `AFP via France 24` counts to AFP's family."""
    first = VIA.split(name, maxsplit=1)[0].strip() or name
    owner = outlets().find(first, link)
    if owner is None:
        return Publisher(
            name, fold(DESK.sub("", first)) or fold(first) or "unnamed", None, FeedKind.OUTLET, state_linked=False
        )
    return owner if fold(first) == fold(name) and outlets().find(first) else replace(owner, name=name)


def same_outlet(name: str, other: str) -> bool:
    """Tell whether two names are one outlet's."""
    return fold(DESK.sub("", name)) == fold(DESK.sub("", other))


def fold(name: str) -> str:
    """Write a name the one way it is compared: no case, accents, punctuation, leading article; `-` between words."""
    plain = unicodedata.normalize("NFKD", name.replace("İ", "i").replace("ı", "i").casefold())
    words = NO_WORD.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).split()
    return "-".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _hosts(link: str) -> Iterator[str]:
    """Give an address's host and the domains above it, the nearest first."""
    parts = _host(link).split(".")
    for start in range(len(parts) - 1):
        yield ".".join(parts[start:])


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
