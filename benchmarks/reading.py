"""Reading on one core: leads a second with everything on and with names only, a long text, loading, memory.

    python -m benchmarks.reading

Leads are made of the corpus of the reading, cut at 300 characters: nearly every sentence there tells a dealing, so they
ask more than news does. Seconds are those of the processor, the best of three rounds.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import islice

from benchmarks.lines import Line, show
from diplomacy.countries.gazetteer import Gazetteer, load
from diplomacy.reading.read import read_text
from workshop.corpus import rows

PUBLISHED = datetime(2026, 3, 4, tzinfo=UTC)
LEAD = 300
LEADS = 600
LONG = 2_000_000
LEADS_A_SECOND, LONG_SECONDS, LOAD_SECONDS, MEMORY = 1000, 2.0, 1.0, 80

Lead = tuple[str, str]
"""Language and text."""

FRESH = """
import json
import sys
import time
from pathlib import Path

def resident():
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)

leads = json.load(sys.stdin)
began = time.process_time()
import numpy  # not counted as memory of the reading: time zones are found with it too
bare = resident()
from diplomacy.countries.gazetteer import load
names = load()
names.find("Norway and Estonia signed a treaty on ferries on Monday.", "en")
named = resident() - bare
from diplomacy.reading.read import read_text
read_text("", "Norway and Estonia signed a treaty on ferries on Monday.", names, language="en")
loaded = time.process_time() - began
for language, text in leads:
    read_text("", text, names, language=language)
print(loaded, named, resident() - bare)
"""


def leads(languages: Sequence[str]) -> list[Lead]:
    """Leads of these languages in equal shares: sentences of the corpus joined up to their length."""
    found: list[Lead] = []
    for language in languages:
        texts = [row.text for row in rows() if row.language == language]
        # Side by side in the files are sentences of one root: a step as long as the classes mixes them.
        mixed = iter([text for at in range(17) for text in texts[at::17]])
        while len(found) < LEADS * (languages.index(language) + 1) // len(languages):
            lead = " ".join(islice(mixed, 3))
            if not lead:
                break
            found.append((language, lead[:LEAD]))
    return found


def processor_seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor, the best of three."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def read_all(some: Sequence[Lead], names: Gazetteer) -> None:
    """Read leads with everything on."""
    for language, text in some:
        read_text("", text, names, language=language, published=PUBLISHED)


def rate(some: Sequence[Lead], work: Callable[[], object]) -> float:
    """Leads a second."""
    return len(some) / processor_seconds(work)


def fresh() -> tuple[float, float, float]:
    """Seconds of a new process until a first report is read; MiB that names add to it, and all that reading adds."""
    given = json.dumps(leads(every()))
    told = subprocess.run(
        [sys.executable, "-c", FRESH], input=given, capture_output=True, text=True, check=True
    ).stdout.split()
    return float(told[0]), float(told[1]), float(told[2])


def every() -> list[str]:
    """All languages of the corpus."""
    return sorted({row.language for row in rows()})


def main() -> None:
    """Print each line."""
    names = load()
    for called, languages in (("English", ["en"]), ("all fifteen languages", every())):
        some = leads(languages)
        whole = rate(some, lambda some=some: read_all(some, names))
        found = rate(some, lambda some=some: [names.find(text, language) for language, text in some])
        show(
            Line(
                f"leads of {LEAD} characters, {called}: everything on; names only",
                f"{whole:,.0f}/s; {found:,.0f}/s",
                f"≥ {LEADS_A_SECOND:,}/s",
                whole >= LEADS_A_SECOND,
            )
        )
    text = " ".join(lead for _, lead in leads(["en"]))
    long = (text * (LONG // len(text) + 1))[:LONG]
    seconds = processor_seconds(lambda: read_text("", long, names, language="en", published=PUBLISHED))
    show(Line("a text of 2 MB", f"{seconds:.2f} s", f"≤ {LONG_SECONDS} s", seconds <= LONG_SECONDS))
    loads = [fresh() for _ in range(3)]
    loaded, named, added = min(one[0] for one in loads), max(one[1] for one in loads), max(one[2] for one in loads)
    show(Line("reading loaded, one report read", f"{loaded:.2f} s", f"≤ {LOAD_SECONDS} s", loaded <= LOAD_SECONDS))
    show(
        Line(
            "memory that reading adds after all fifteen languages (names alone)",
            f"{added:.0f} MB ({named:.0f} MB)",
            f"≤ {MEMORY} MB",
            added <= MEMORY,
        )
    )


if __name__ == "__main__":
    main()
