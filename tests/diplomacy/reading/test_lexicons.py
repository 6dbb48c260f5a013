"""The files of words of dealings: how they are written, and that a person can read them."""

import re

import pytest

from diplomacy.reading.lexicon_files import FOLDER, rows_of
from diplomacy.reading.lexicons import Lexicon, lexicon_of
from diplomacy.reading.shapes import Root
from diplomacy.reading.shorthand import forms_of
from diplomacy.reading.verbs import verb_forms

LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.tsv"))
SIGNS = {
    f"={sign}"
    for sign in ("stop", "will", "may", "not", "by", "background", "said", "announces", "nothing", "date", "standing")
}
MARKS = re.compile(
    "-|(?:mutual|infinitive|statement|called-off|eased|weak|together|stage:(?:talks|announced|agreed|signed|ratified|in-force|suspended)"
    "|tone:-?[0-9]+|,(?=.))+"
)
LONGEST_LINE = 300


def lexicon(*rows: tuple[str, str, str]) -> Lexicon:
    return Lexicon(iter(rows))


def said(words: Lexicon, folded: str) -> list[tuple[str, str]]:
    return [(one.entry.says, folded[one.start : one.end].strip()) for one in words.find(folded)]


def test_a_choice_stands_for_each_of_its_words_and_may_be_empty() -> None:
    assert list(forms_of("lift {a/the/} {ban/siege}")) == [
        "lift a ban",
        "lift a siege",
        "lift the ban",
        "lift the siege",
        "lift  ban",
        "lift  siege",
    ]
    assert said(lexicon(("YIELD", "-", "lift {a/the/} {ban/siege}")), "they lift siege") == [("YIELD", "lift siege")]


def test_a_choice_may_stand_inside_a_word_and_beside_endings() -> None:
    assert list(forms_of("imza{/lar} at*|{/re}open+s,ed")) == [
        "imza at*",
        "imzalar at*",
        "opens",
        "opened",
        "reopens",
        "reopened",
    ]


def test_a_verb_stands_in_all_its_forms() -> None:
    assert list(forms_of("~lift the ban")) == ["lift the ban", "lifts the ban", "lifted the ban", "lifting the ban"]
    assert list(forms_of("{~send/~lend} aid"))[:3] == ["send aid", "sends aid", "sent aid"]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("praise", "praise praises praised praising"),
        ("deny", "deny denies denied denying"),
        ("deploy", "deploy deploys deployed deploying"),
        ("embargo", "embargo embargoes embargoed embargoing"),
        ("impeach", "impeach impeaches impeached impeaching"),
        ("flee", "flee flees fled fleeing"),
        ("guarantee", "guarantee guarantees guaranteed guaranteeing"),
        ("tie", "tie ties tied tying"),
        ("begin", "begin begins began begun beginning"),
        ("submit", "submit submits submitted submitting"),
        ("cancel", "cancel cancels cancelled canceled cancelling canceling"),
        ("pistol-whip", "pistol-whip pistol-whips pistol-whipped pistol-whipping"),
        ("re-establish", "re-establish re-establishes re-established re-establishing"),
    ],
)
def test_english_verbs_are_inflected(verb: str, forms: str) -> None:
    assert " ".join(verb_forms(verb)) == forms


def test_the_first_row_with_a_form_has_it() -> None:
    words = lexicon(("SANCTION", "stage:in-force", "banned"), ("COERCE", "-", "~ban"))
    assert said(words, "banned and bans") == [("SANCTION", "banned"), ("COERCE", "bans")]


def test_a_row_of_none_takes_a_form_from_the_verbs_below_it() -> None:
    words = lexicon(("-", "-", "fund+,s"), ("AID", "-", "~fund"))
    assert said(words, "the fund funded funds") == [("AID", "funded")]


def test_the_longest_form_says_what_happened() -> None:
    words = lexicon(("CONSULT", "-", "talks"), ("REJECT", "-", "~break off {/the} talks"))
    assert said(words, "broke off the talks") == [("REJECT", "broke off the talks")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_one_that_a_person_can_read(language: str) -> None:
    written = (FOLDER / f"{language}.tsv").read_text(encoding="utf-8")
    for line in written.splitlines():
        assert len(line) <= LONGEST_LINE, line
    for says, marks, forms in rows_of(f"{language}.tsv"):
        assert says in Root.__members__ or says in SIGNS or says == "-", says
        assert MARKS.fullmatch(marks), marks
        assert forms == forms.strip("| "), forms
        assert "||" not in forms, forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signs_of_a_file_stand_where_they_mean_something(language: str) -> None:
    for _, _, written in rows_of(f"{language}.tsv"):
        assert re.fullmatch("(?:[^{}]|{[^{}]*/[^{}]*})*", written), written
        assert language == "en" or "~" not in written, written
        for form in forms_of(written):
            assert not re.search(r"[{}/~+,]|\*.", form), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_root_has_words(language: str) -> None:
    told = {says for says, _, _ in rows_of(f"{language}.tsv")}
    assert set(Root.__members__) <= told
    assert lexicon_of(language) is lexicon_of(language)


def test_no_english_form_has_the_wrong_article() -> None:
    wrong = re.compile(r"\ba (?:[aio]|e(?!u)|u(?!ni|s|k))|\ban (?![aeio]|hono|hour|un|up|ul)")
    assert not [form for _, _, written in rows_of("en.tsv") for form in forms_of(written) if wrong.search(form)]


def test_irregular_verbs_stand_once_and_only_where_the_rule_fails() -> None:
    rows = list(rows_of("verbs.en.tsv"))
    assert len({verb for verb, _, _ in rows}) == len(rows)
    assert all((past, going) != ("-", "-") for _, past, going in rows)


def test_what_the_readme_shows_is_a_row_that_can_be_read() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^    (\S+\t\S+\t\S.*)$", readme, re.MULTILINE)
    assert len(shown) >= 3
    for row in shown:
        says, marks, forms = row.split("\t")
        assert says in Root.__members__ or says in SIGNS or says == "-"
        assert MARKS.fullmatch(marks)
        assert list(forms_of(forms))
