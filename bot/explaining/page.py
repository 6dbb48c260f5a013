"""Readings as one page: a file that asks nobody for anything, runs no script, and is light or dark as its reader is."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from bot.explaining.naming import (
    ahead,
    clean,
    date,
    joined,
    number,
    read_how,
    share,
    sides,
    speaker,
    state,
)
from bot.explaining.spans import Closed, Layer, Opened, Part, Words, parts, spans_of
from diplomacy.reading.as_json import BadLine, ReadLine
from diplomacy.reading.shapes import EventSaid, Reading

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What the reports say</title>
<style>
{style}</style>
</head>
<body>
<header>
<ul aria-label="Legend">
<li><mark class="country">country<i>code</i></mark></li>
<li><mark class="person">person<i>office, country</i></mark></li>
<li><mark class="figure">figure<i>value · standing</i></mark></li>
<li><mark class="agenda">what lies ahead<i>date</i></mark></li>
<li><mark class="event"><b>1</b>the sentence of an event</mark></li>
<li>… a mark cut by another one</li>
</ul>
</header>
<main>
"""
BECAUSE = "because"
TAIL = "</main>\n</body>\n</html>\n"

Cells = Sequence[tuple[str, str]]
"""A row of a table: what each cell is of, and its text."""


def head() -> str:
    """How the page begins; reports follow one by one, so that thousands need no memory, and `TAIL` ends it."""
    return HEAD.format(style=files("bot.explaining").joinpath("page.css").read_text(encoding="utf-8"))


def report(read: ReadLine | BadLine) -> str:
    """One report, or why there is none."""
    match read:
        case BadLine(error, known):
            name = f"<h2>{_shown(known['id'])}</h2>\n" if "id" in known else ""
            return f'<article class="bad">\n{name}<p>{_shown(error)}</p>\n</article>\n'
        case ReadLine():
            text, reading = clean(read.told).rstrip(), read.reading
    return (
        f"<article>\n<h2>{_shown('' if read.id is None else read.id)}</h2>\n"
        f'<p class="how">{_shown(read_how(reading, len(text)))}</p>\n'
        f'<p class="told" dir="auto">{"".join(map(_part, parts(text, spans_of(reading))))}</p>\n'
        f"{''.join(_lists(reading))}{''.join(_tables(reading))}</article>\n"
    )


def _shown(value: object) -> str:
    return escape(clean(str(value)))


def _part(part: Part) -> str:
    match part:
        case Words(words):
            return escape(words)
        case Opened(span, again):
            label = f"<b>{_shown(span.name)}</b>" if span.layer is Layer.EVENT and not again else ""
            return f'<mark class="{span.layer.name.lower()}">{label}{"…" if again and not label else ""}'
        case Closed(span, for_now):
            cut = "…" if for_now else ""
            return f"{cut}</mark>" if span.layer is Layer.EVENT else f"{cut}<i>{_shown(span.name)}</i></mark>"


def _lists(reading: Reading) -> Iterator[str]:
    told = [
        ("countries", [f"{one.code} {share(one.salience)}" for one in reading.countries]),
        ("pairs", [f"{one.key} {share(one.salience)}" for one in reading.pairs]),
        ("topics", list(reading.topics)),
    ]
    rows = [
        f"<dt>{name}</dt><dd>{''.join(f'<span>{_shown(one)}</span> ' for one in said)}</dd>\n"
        for name, said in told
        if said
    ]
    if rows:
        yield f"<dl>\n{''.join(rows)}</dl>\n"


def _tables(reading: Reading) -> Iterator[str]:
    yield _table("Events", [_event_cells(at, event) for at, event in enumerate(reading.events, 1)])
    yield _table(
        "People",
        [(("name", one.name), ("office", one.office or ""), ("country", one.country or "")) for one in reading.people],
    )
    yield _table(
        "Figures",
        [
            (
                ("figure", one.text),
                ("value", f"{number(one.value)} {one.unit or one.kind}"),
                ("standing", one.standing),
                ("of", one.of or ""),
                ("said by", speaker(one.said_by)),
            )
            for one in reading.figures
        ],
    )
    yield _table(
        "Ahead", [(("date", date(one.when)), ("what", one.what), ("with", ahead(one))) for one in reading.agenda]
    )


def _event_cells(at: int, event: EventSaid) -> Cells:
    return (
        ("event", f"{at} {event.root}"),
        ("class", event.root.quad),
        ("sides", sides(event)),
        ("state", state(event)),
        ("tone", f"{event.tone:g}"),
        ("sure", share(event.confidence)),
        ("said by", speaker(event.said_by)),
        ("when", date(event.when)),
        ("topics", joined(*event.topics)),
        (BECAUSE, event.because),
    )


def _table(name: str, rows: Sequence[Cells]) -> str:
    """A table; columns that no row fills are left out. On a narrow screen each cell tells what it is of."""
    filled = {of for row in rows for of, text in row if text and of != BECAUSE}
    if not filled:
        return ""
    kept = [of for of, _ in rows[0] if of in filled]
    heads = "".join(f"<th>{of}</th>" for of in kept)
    body = "".join(_row(dict(row), kept) for row in rows)
    return f"<table>\n<caption>{name}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _row(cells: Mapping[str, str], kept: Sequence[str]) -> str:
    """A row, and behind it, over the whole width, why."""
    told = "".join(f'<td data-of="{of}">{_shown(cells[of])}</td>' for of in kept)
    why = _shown(cells.get(BECAUSE, ""))
    behind = f'<tr class="because"><td data-of="{BECAUSE}" colspan="{len(kept)}">{why}</td></tr>\n' if why else ""
    return f"<tr>{told}</tr>\n{behind}"
