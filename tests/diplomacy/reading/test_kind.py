"""The kind of an article, by its address, labels, title and text, in every language that is covered."""

from pathlib import Path

import pytest

from diplomacy.news import told
from diplomacy.reading.kind import kind_of
from diplomacy.reading.kind_words import told_by
from diplomacy.reading.lexicon_files import rows_of
from diplomacy.reading.shapes import ArticleKind

LANGUAGES = frozenset(["en", "tr", "ko", "fr", "es", "pt", "it", "de", "el", "ru", "uk", "ar", "fa", "zh", "ja"])
INVENTED = Path(__file__).with_name("kinds.tsv").read_text(encoding="utf-8").splitlines()
WRITTEN = [tuple(line.split("\t")) for line in INVENTED if not line.startswith("#")]


@pytest.mark.parametrize(("language", "kind", "title", "text"), WRITTEN)
def test_the_kind_is_told_by_title_and_text(language: str, kind: str, title: str, text: str) -> None:
    assert kind_of(title, told(title, text), language=language) == kind


@pytest.mark.parametrize(
    ("title", "url", "categories", "kind"),
    [
        ("Norway lends a ferry", "https://example.org/world/1", (), ArticleKind.NEWS),
        ("Why ferries matter", "https://example.org/opinion/why-ferries", (), ArticleKind.OPINION),
        ("Ferries that matter", "https://opinion.example.org/2026/ferries", (), ArticleKind.OPINION),
        ("Opinion | Ferries that matter", None, (), ArticleKind.OPINION),
        ("Ferries that matter | Editorial", None, (), ArticleKind.OPINION),
        ("[사설] 협력의 길", None, (), ArticleKind.OPINION),
        ("Yorum: Feribotlar", None, (), ArticleKind.OPINION),
        ("Feribotlar", None, ("Köşe Yazıları",), ArticleKind.OPINION),
        ("【社説】渡し船", None, (), ArticleKind.OPINION),
        ("Opinion poll: Norwegians want ferries", None, (), ArticleKind.NEWS),
        ("ANALYSIS - Ferries", None, (), ArticleKind.ANALYSIS),
        ("ANALYSIS-Norway bets on ferries", None, (), ArticleKind.ANALYSIS),
        ("Ferries", "https://example.org/en/analysis/ferries/12", (), ArticleKind.ANALYSIS),
        ("Interview: the ferryman", None, (), ArticleKind.INTERVIEW),
        ("Ferries", "https://example.org/live/ferries", (), ArticleKind.LIVE),
        ("Ferries", "https://example.org/world/norway-ferry-strike-live-updates-12", (), ArticleKind.LIVE),
        ("Live: ferries", None, (), ArticleKind.LIVE),
        ("Ferry strike live: ports closed", None, (), ArticleKind.LIVE),
        ("Live-fire drill in the fjord", None, (), ArticleKind.NEWS),
        ("Live animals: Norway bans transport to Peru", None, (), ArticleKind.NEWS),
        ("Ferries", "https://example.org/view/AKR20260304000100", ("Top Stories",), ArticleKind.NEWS),
        ("Morning briefing: ferries", None, (), ArticleKind.ROUNDUP),
        ("Spokesperson's press briefing on ferries", "https://example.org/briefing/ferries", (), ArticleKind.NEWS),
        ("Norway beat Estonia", "https://example.org/sport/football/1", (), ArticleKind.SPORT),
        ("Soccer-Norway stun Estonia", None, (), ArticleKind.SPORT),
        ("Norway stun Estonia", "https://www.example.org/1", ("Spor",), ArticleKind.SPORT),
        ("Live: Norway v Estonia, Champions League semi-final", None, (), ArticleKind.SPORT),
        ("Norway reach the semi-finals of the Champions League", None, (), ArticleKind.SPORT),
        ("Transport ministers meet in Oslo", "https://example.org/transport/ministers", (), ArticleKind.NEWS),
        ("Türkiye: a ferry arrives", None, (), ArticleKind.NEWS),
        ("Ferries", "http://[broken", (), ArticleKind.NEWS),
        ("", None, (), ArticleKind.NEWS),
    ],
)
def test_the_kind_is_told_by_address_category_and_label(
    title: str, url: str | None, categories: tuple[str, ...], kind: ArticleKind
) -> None:
    assert kind_of(title, title, url, categories, language="en") is kind


def test_a_language_that_is_not_covered_has_its_addresses_and_what_is_written_alike_everywhere() -> None:
    assert kind_of("Norja voitti", "Norja voitti", "https://example.org/sport/1", language="fi") is ArticleKind.SPORT
    assert kind_of("FIFA ja UEFA", "FIFA ja UEFA", language="fi") is ArticleKind.SPORT
    assert kind_of("Norja lainaa laivan", "Norja lainaa laivan", language="fi") is ArticleKind.NEWS


def test_a_live_page_is_known_by_its_times_of_day_and_an_interview_by_questions_and_answers() -> None:
    assert kind_of("Ferries", "Ferries\n10:02 Docked.\n10:15 Loaded.\n11:40 Gone.", language="en") is ArticleKind.LIVE
    asked = "Ferries\nQ: Did it sail? A: Late. Q: And came back? A: It did."
    assert kind_of("Ferries", asked, language="en") is ArticleKind.INTERVIEW


def test_every_covered_language_has_words_for_every_kind() -> None:
    kinds = {str(kind) for kind in ArticleKind} - {ArticleKind.NEWS}
    for language in LANGUAGES:
        told_here = {kind for kind, place, _ in rows_of("kinds.tsv") if place.rstrip("!^:$~") == language}
        assert kinds | {"news", "result"} <= told_here, language


def test_the_file_of_kinds_names_no_other_kind_or_place() -> None:
    rows = list(rows_of("kinds.tsv"))
    assert {kind for kind, _, _ in rows} <= {*ArticleKind, "result", "none"}
    places = {"host", "path", "slug", "label", "title", "ends", "*"} | LANGUAGES
    assert {place.rstrip("!^:$~") for _, place, _ in rows} <= places
    assert "opinion" in told_by("label")
