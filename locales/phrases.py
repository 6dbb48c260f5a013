"""Every sentence of the interface, by key and language.

The catalogues are gettext files, one a subject and language: `phrases/<subject>.<language>.po`. A key's first word is
its subject: `relations.title` stands in `relations.en.po`. A missing key is an error, found by a test first.
"""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from locales.formats import number
from locales.particles import BOTH, fitting

LANGUAGES = ("en", "tr", "ko")
"""Interface languages, the default first."""

FOLDER = Path(__file__).parent / "phrases"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All phrases of one language: each key's forms, and which form a number takes."""

    phrases: dict[str, tuple[str, ...]]
    plural: dict[str, str]
    """The plural expression of the file that each subject came from."""


@cache
def catalogue(language: str) -> Catalogue:
    """Read all catalogues of a language once; raises KeyError for a language the interface does not speak."""
    if language not in LANGUAGES:
        raise KeyError(f"no interface language {language!r}; there are {', '.join(LANGUAGES)}")
    phrases: dict[str, tuple[str, ...]] = {}
    plural: dict[str, str] = {}
    for path in sorted(FOLDER.glob(f"*.{language}.po")):
        with path.open("rb") as file:
            po = read_po(file, locale=language, abort_invalid=True)
        plural[path.name.split(".")[0]] = po.plural_expr
        for message in po:
            if message.id:
                key = message.id if isinstance(message.id, str) else message.id[0]
                forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
                phrases[key] = tuple(str(form) for form in forms)
    return Catalogue(phrases, plural)


def language_for(code: str | None) -> str:
    """The interface language for Telegram's language code (`tr`, `pt-BR`, None); English where we do not speak it."""
    base = (code or "").split("-")[0].lower()
    return base if base in LANGUAGES else LANGUAGES[0]


def template(language: str, key: str, count: int | None = None) -> str:
    """The phrase for a key, its `{names}` not yet filled in; with a count, the form that the number takes."""
    book = catalogue(language)
    forms = book.phrases[key]
    if count is None or len(forms) == 1:
        return forms[0]
    return forms[_rule(book.plural[key.split(".", maxsplit=1)[0]])(count)]


@cache
def _rule(expression: str) -> Callable[[int], int]:
    """Compile a plural expression once: gettext compiles Python code for it."""
    return gettext.c2py(expression)


def say(language: str, key: str, /, count: int | None = None, **values: str | int) -> str:
    """Say the phrase of a key in a language, its `{names}` filled in, numbers as the language writes them."""
    told = {name: number(language, value) if isinstance(value, int) else value for name, value in values.items()}
    if count is not None:
        told["count"] = number(language, count)
    wanted = template(language, key, count)
    if BOTH.search(wanted) is None:
        return wanted.format_map(told)
    said = ""
    for literal, name, _, _ in Formatter().parse(wanted):
        said += fitting(said, literal) + (str(told[name]) if name is not None else "")
    return said
