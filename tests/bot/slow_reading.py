"""Readers for tests of the workers, named there as `module:function`."""

import os
import time
from collections.abc import Callable

from diplomacy.news import Entry
from diplomacy.reading.shapes import ArticleKind, Reading


def reader() -> Callable[[Entry], Reading]:
    """Make a reader that hangs, dies or stumbles over certain titles."""

    def read(entry: Entry) -> Reading:
        if "hang" in entry.title:
            while True:
                time.sleep(0.01)
        if "die" in entry.title:
            os._exit(3)
        if "stumble" in entry.title:
            raise ValueError(entry.title)
        return Reading("xx", ArticleKind.NEWS)

    return read


def no_reader() -> Callable[[Entry], Reading]:
    """Fail to make a reader."""
    raise RuntimeError
