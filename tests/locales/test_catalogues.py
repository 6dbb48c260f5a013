"""No language of the interface can be half translated: every key, every blank, every plural, in all of them."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from diplomacy.news import Health
from diplomacy.reading.shapes import ArticleKind, Stage
from diplomacy.schedule import Days
from diplomacy.topics import TOPICS
from locales.phrases import FOLDER, LANGUAGES, catalogue
from storage.messages import State

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "diplomacy", "feeds", "storage", "locales")
PLURAL = {"en": "(n != 1)", "tr": "(n > 1)", "ko": "0"}
FORMS = {"en": 2, "tr": 2, "ko": 1}

SAME_IN_ENGLISH: dict[tuple[str, str], str] = {}
"""Phrases that read the same in English and another language, each with the reason."""

SUBJECTS = sorted({path.name.split(".")[0] for path in FOLDER.glob("*.po")})
KEYS = {language: catalogue(language).phrases for language in LANGUAGES}


def blanks(phrase: str) -> set[str]:
    """The `{names}` that a phrase leaves to be filled in."""
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def wordless(phrase: str) -> bool:
    """Whether a phrase has no word to translate: blanks, digits, commands, signs, names that are one everywhere."""
    bare = re.sub(r"\{\w+\}|/\w+(?: [\w./:-]+)?|\b(?:UTC|JSON|Dragoman)\b", "", phrase)
    return not re.search(r"[^\W\d_]{2,}", bare)


def test_there_is_a_file_for_each_subject_in_each_language() -> None:
    found = {path.name for path in FOLDER.iterdir()}
    assert found == {f"{subject}.{language}.po" for subject in SUBJECTS for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_said_in_every_language(language: str) -> None:
    assert set(KEYS[language]) == set(KEYS["en"])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda path: path.name)
def test_a_key_stands_once_in_its_file(path: Path) -> None:
    keys = re.findall(r'^msgid "(.+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize(
    ("beginning", "kinds"),
    [
        ("health", Health),
        ("stats.health", Health),
        ("stats.state", State),
        ("common.stage", Stage),
        ("digest", Days),
        ("topics", TOPICS),
        ("relations.kind", [kind for kind in ArticleKind if kind is not ArticleKind.NEWS]),
    ],
)
def test_every_member_of_a_closed_set_has_its_words(beginning: str, kinds: Iterable[str]) -> None:
    assert [kind for kind in kinds if f"{beginning}.{kind}" not in KEYS["en"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_empty_or_marked_unfinished(language: str) -> None:
    for subject in SUBJECTS:
        with (FOLDER / f"{subject}.{language}.po").open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
                    assert all(form.strip() for form in forms), f"{language}: {message.id} says nothing"
                    assert not message.fuzzy, f"{language}: {message.id} is marked fuzzy"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_the_blanks_of_its_english(language: str) -> None:
    for key, forms in KEYS[language].items():
        wanted = {*blanks(KEYS["en"][key][-1])}
        for form in forms:
            # A form may say its number in a word: "one outlet".
            assert blanks(form) | {"count"} == wanted | {"count"}, f"{language}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_follow_the_language(language: str) -> None:
    for subject, expression in catalogue(language).plural.items():
        assert expression.replace(" ", "") == PLURAL[language].replace(" ", ""), f"{subject}.{language}.po"
    for key, forms in KEYS[language].items():
        if len(KEYS["en"][key]) > 1:
            assert len(forms) == FORMS[language], f"{language}: {key}"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_is_left_in_english(language: str) -> None:
    left = {
        key
        for key, forms in KEYS[language].items()
        if forms[-1] == KEYS["en"][key][-1] and not wordless(forms[-1]) and (key, language) not in SAME_IN_ENGLISH
    }
    assert not left, f"{language} says these as English does"


def test_each_excuse_for_english_is_still_needed() -> None:
    for key, language in SAME_IN_ENGLISH:
        assert KEYS[language][key][-1] == KEYS["en"][key][-1], f"{key} is translated now"


def test_korean_is_written_in_hangul_and_no_phrase_shouts() -> None:
    for key, forms in KEYS["ko"].items():
        for form in forms:
            assert wordless(form) or re.search("[가-힣]", form) or (key, "ko") in SAME_IN_ENGLISH, f"ko: {key}"
    for language in LANGUAGES:
        for key, forms in KEYS[language].items():
            assert not any("!" in form for form in forms), f"{language}: {key}"


def strings(path: Path) -> Iterator[str]:
    """Every string of a file as a pattern: what an f-string fills in stands for one or more characters but spaces."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else r"\S+"
                for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield re.escape(node.value)


NAMED = re.compile(rf"(?:{'|'.join(SUBJECTS)})\\\.(?!(?:tsv|csv|json|txt)$)(?:[\w\\.-]|\\S\+)+")
"""A string that begins with a subject: it must be a key, or the beginning of one. Names of data files are none."""
FILLED_IN = re.compile(r"\\S\+(?:\\\.[\w-]+)+")
"""A string whose subject is filled in, as in `f"{command}.example"`."""


def patterns(begins: re.Pattern[str]) -> dict[str, str]:
    """Every string in the code that begins so, as a pattern, with the file that has it."""
    return {
        text: path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for text in strings(path)
        if begins.fullmatch(text)
    }


def test_every_key_in_the_code_exists() -> None:
    keys = set(KEYS["en"])
    unknown = {
        f"{place}: {pattern}"
        for pattern, place in patterns(NAMED).items()
        if not any(re.fullmatch(rf"{pattern}(?:\..+)?", key) for key in keys)
    }
    assert not unknown


def test_every_key_is_used() -> None:
    # A string may be the beginning that `f"{begin}.{rest}"` goes on from.
    used = [re.compile(rf"{pattern}(?:\..+)?") for pattern in (*patterns(NAMED), *patterns(FILLED_IN))]
    assert not {key for key in KEYS["en"] if not any(pattern.fullmatch(key) for pattern in used)}
