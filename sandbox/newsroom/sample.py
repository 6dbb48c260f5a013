"""The sample week: desks of this project's own, each one a feed in `sample/`."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

SAMPLES = Path(__file__).parent / "sample"
TITLE = re.compile(r"<title>\s*(.*?)\s*</title>", re.DOTALL)
LANGUAGE = re.compile(r"<language>\s*([A-Za-z]{2,3})")


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """A desk: where the newsroom serves it, its plain name and the language of its items."""

    url: str
    name: str
    language: str


def sample_files(folder: Path = SAMPLES) -> tuple[Path, ...]:
    """The files of the sample week, in the order of their names."""
    return tuple(sorted(folder.glob("*.rss")))


def desk(path: Path, url: str) -> SampleDesk:
    """Read who a desk is; raises ValueError where its file does not say."""
    head = path.read_text(encoding="utf-8").partition("<item")[0]
    title, language = TITLE.search(head), LANGUAGE.search(head)
    if title is None or language is None:
        raise ValueError(f"{path.name} names no title or no language.")
    return SampleDesk(url, unescape(title[1]), language[1].lower())
