"""What happened between whom, in English, Turkish and Korean. The dealings in these tests are invented."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import EventSaid, Modality, Root, Stage


def event(gazetteer: Gazetteer, text: str, language: str = "en") -> EventSaid:
    return read_text("", text, gazetteer, language=language).events[0]


@pytest.mark.parametrize(
    ("text", "language", "root", "stage"),
    [
        ("Norway and Estonia signed a fishing treaty.", "en", Root.SUPPORT, Stage.SIGNED),
        ("Norway and Estonia agreed on fishing.", "en", Root.AGREE, Stage.AGREED),
        ("Norway ratified the treaty with Estonia.", "en", Root.SUPPORT, Stage.RATIFIED),
        ("Norway's prime minister met Estonia's president.", "en", Root.CONSULT, Stage.TALKS),
        ("Norway praised Estonia.", "en", Root.SUPPORT, None),
        ("Norway donated a ferry to Estonia.", "en", Root.AID, None),
        ("Norway released twelve Estonian sailors.", "en", Root.YIELD, None),
        ("Norway urged Estonia to wait.", "en", Root.REQUEST, None),
        ("Norway accused Estonia of spying.", "en", Root.ACCUSE, None),
        ("Norway rejected Estonia's claim.", "en", Root.REJECT, None),
        ("Norway threatened Estonia with war.", "en", Root.THREATEN, None),
        ("Norway expelled two Estonian diplomats.", "en", Root.SANCTION, None),
        ("Norway deployed troops near Estonia.", "en", Root.MOBILIZE, None),
        ("Norway seized an Estonian trawler.", "en", Root.COERCE, None),
        ("Norway bombed Estonia.", "en", Root.ASSAULT, None),
        ("Norveç ile Estonya balıkçılık anlaşmasını imzaladı.", "tr", Root.SUPPORT, Stage.SIGNED),
        ("Norveç Dışişleri Bakanı, Estonyalı mevkidaşıyla görüştü.", "tr", Root.CONSULT, Stage.TALKS),
        ("Norveç, Estonya'yı casuslukla suçladı.", "tr", Root.ACCUSE, None),
        ("Norveç, Estonya'ya saldırdı.", "tr", Root.ASSAULT, None),
        ("노르웨이와 에스토니아가 협정에 서명했다.", "ko", Root.SUPPORT, Stage.SIGNED),
        ("노르웨이가 에스토니아를 비난했다.", "ko", Root.ACCUSE, None),
    ],
)
def test_the_main_event_has_its_root_and_stage(
    gazetteer: Gazetteer, text: str, language: str, root: Root, stage: Stage | None
) -> None:
    told = event(gazetteer, text, language)
    assert (told.root, told.stage, told.pair) == (root, stage, ("EE", "NO"))


def test_who_acts_is_the_source_and_who_is_acted_on_the_target(gazetteer: Gazetteer) -> None:
    told = event(gazetteer, "Norway accused Estonia of spying.")
    assert (told.source, told.target, told.mutual) == ("NO", "EE", False)


def test_the_passive_voice_turns_the_sides_round(gazetteer: Gazetteer) -> None:
    told = event(gazetteer, "Estonia was accused by Norway of spying.")
    assert (told.source, told.target) == ("NO", "EE")


def test_two_who_agree_do_it_to_each_other(gazetteer: Gazetteer) -> None:
    assert event(gazetteer, "Norway and Estonia agreed on fishing.").mutual


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Norway and Estonia met.", Modality.DID),
        ("Norway and Estonia will meet in May.", Modality.WILL),
        ("Norway and Estonia may meet in May.", Modality.MAY),
        ("Norway and Estonia did not meet.", Modality.NOT),
    ],
)
def test_whether_it_happened_is_told_by_the_words_before_it(
    gazetteer: Gazetteer, text: str, modality: Modality
) -> None:
    assert event(gazetteer, text).modality is modality


def test_what_is_only_to_come_is_announced_and_not_agreed(gazetteer: Gazetteer) -> None:
    assert event(gazetteer, "Norway and Estonia will sign a fishing treaty in May.").stage is Stage.ANNOUNCED


def test_a_sentence_without_a_trigger_tells_no_event(gazetteer: Gazetteer) -> None:
    assert read_text("", "Norway is larger than Estonia.", gazetteer, language="en").events == ()


def test_a_language_without_a_lexicon_gives_countries_and_pairs_and_no_events(gazetteer: Gazetteer) -> None:
    said = read_text("", "Norge og Estland har undertegnet en fiskeriavtale i Oslo.", gazetteer, language="no")
    assert (said.covered, said.events, [one.pair for one in said.pairs]) == (False, (), [("EE", "NO")])


def test_conflict_cools_and_cooperation_warms(gazetteer: Gazetteer) -> None:
    assert event(gazetteer, "Norway bombed Estonia.").tone < -5
    assert event(gazetteer, "Norway and Estonia signed a treaty.").tone > 5


def test_who_says_it_is_told_where_the_report_tells_it(gazetteer: Gazetteer) -> None:
    said_by = event(gazetteer, "Turkish President Erdoğan said Norway had bombed Estonia.").said_by
    assert said_by is not None
    assert (said_by.name, said_by.country) == ("Erdoğan", "TR")
