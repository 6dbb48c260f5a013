"""OPML, the lists that feed readers export."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

MAX_BYTES = 20 * 1024 * 1024


class BadFeedListError(Exception):
    """A list of feeds can't be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed of the list."""

    title: str
    url: str
    language: str | None


def outlines(document: bytes) -> Iterator[Outline]:
    """Give the feeds that a document lists, whatever folders they lie in; raises BadFeedListError."""
    found: list[Outline] = []
    roots: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not roots:
            roots.append(name.lower())
        told = {key.lower(): value.strip() for key, value in attributes.items()}
        if name.lower() == "outline" and told.get("xmlurl"):
            language = re.match(r"[a-z]{2}(?=$|[-_])", told.get("language", "").lower())
            title = told.get("title") or told.get("text") or ""
            found.append(Outline(" ".join(title.split())[:200], told["xmlurl"], language[0] if language else None))

    def refuse(*_: object) -> int:
        # Entities can be nested into billions of words, or name files of this machine.
        raise BadFeedListError("it declares entities, which a list of feeds has no use for")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    if len(document) > MAX_BYTES:
        raise BadFeedListError(f"it has more than {MAX_BYTES // 1024 // 1024} MB")
    try:
        parser.Parse(document, True)  # noqa: FBT003 (expat takes no keywords)
    except expat.ExpatError as error:
        raise BadFeedListError(f"it is no XML ({error})") from error
    except (LookupError, ValueError) as error:
        raise BadFeedListError(f"its encoding can't be read ({error})") from error
    if roots != ["opml"]:
        raise BadFeedListError(f"its first element is <{roots[0][:40]}>, not <opml>")
    yield from found
