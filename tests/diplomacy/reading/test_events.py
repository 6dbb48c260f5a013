"""What happened between whom, in English, Turkish and Korean. The dealings in these tests are invented."""

from datetime import UTC, datetime

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.ahead import with_ahead, with_pairs
from diplomacy.reading.read import read_text
from diplomacy.reading.shapes import AgendaSaid, CountrySaid, EventSaid, Modality, Root, Stage, When


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


@pytest.mark.parametrize(
    ("text", "root", "stage"),
    [
        ("Norway suspended aid to Estonia.", Root.SANCTION, Stage.SUSPENDED),
        ("Norway lifted sanctions on Estonia.", Root.YIELD, Stage.IN_FORCE),
        ("Norway eased the measures against Estonia.", Root.YIELD, Stage.IN_FORCE),
        ("Norway's foreign minister cancelled a visit to Estonia.", Root.REJECT, None),
        ("Talks between Norway and Estonia were suspended.", Root.SANCTION, Stage.SUSPENDED),
        ("Norway refused to release the Estonian sailors.", Root.REJECT, None),
        ("Norway said it will not release the Estonian sailors.", Root.REJECT, None),
        ("Norway deployed troops to help Estonia.", Root.AID, None),
        ("Norway announced new sanctions on Estonia.", Root.SANCTION, Stage.ANNOUNCED),
    ],
)
def test_one_verb_over_another_makes_the_event(
    gazetteer: Gazetteer, text: str, root: Root, stage: Stage | None
) -> None:
    told = event(gazetteer, text)
    assert (told.root, told.stage) == (root, stage)


def test_circumstances_are_not_what_happened(gazetteer: Gazetteer) -> None:
    told = event(gazetteer, "Norway and Estonia signed a treaty after Latvia accused Finland of spying.")
    assert (told.root, told.pair) == (Root.SUPPORT, ("EE", "NO"))


def test_verbs_side_by_side_are_two_events(gazetteer: Gazetteer) -> None:
    said = read_text("", "Norway accuses Estonia of spying and expels two diplomats.", gazetteer, language="en")
    assert {one.root for one in said.events} == {Root.ACCUSE, Root.SANCTION}


def test_a_statement_that_addresses_nobody_is_no_event(gazetteer: Gazetteer) -> None:
    assert read_text("", "Norway declined to comment on the report.", gazetteer, language="en").events == ()


def test_the_two_sides_are_those_named_before(gazetteer: Gazetteer) -> None:
    text = "Norway and Estonia met in Riga. The two sides also agreed on a ferry."
    assert read_text("", text, gazetteer, language="en").events[1].pair == ("EE", "NO")


def test_what_happened_in_another_year_is_background(gazetteer: Gazetteer) -> None:
    text = "In 2013 Norway and Estonia signed a fishing treaty."
    published = datetime(2026, 3, 4, tzinfo=UTC)
    assert read_text("", text, gazetteer, language="en", published=published).events[0].background


def test_a_meeting_ahead_is_an_event_to_come_and_ties_its_pair() -> None:
    item = AgendaSaid("meet in Riga", ("EE", "NO"), (), "Riga", When("2026-W11", "week"), 10, 40)
    said = [CountrySaid("NO", 0.6, ()), CountrySaid("EE", 0.4, ())]
    (ahead,) = with_ahead((), [item], said)
    assert (ahead.root, ahead.source, ahead.modality, ahead.stage) == (
        Root.CONSULT,
        "NO",
        Modality.WILL,
        Stage.ANNOUNCED,
    )
    assert [one.pair for one in with_pairs((), [ahead])] == [("EE", "NO")]


@pytest.mark.parametrize(
    ("language", "text", "root"),
    [
        ("fr", "La Norvège a accusé l'Estonie d'espionnage.", Root.ACCUSE),
        ("es", "Noruega y Estonia firmaron un acuerdo de pesca.", Root.SUPPORT),
        ("pt", "A Noruega enviou ajuda humanitária à Estónia.", Root.AID),
        ("it", "La Norvegia ha espulso due diplomatici estoni.", Root.SANCTION),
        ("de", "Norwegen verhängte Sanktionen gegen Estland.", Root.SANCTION),
        ("el", "Η Νορβηγία απείλησε την Εσθονία με κυρώσεις.", Root.THREATEN),
        ("ru", "Норвегия обвинила Эстонию в шпионаже.", Root.ACCUSE),
        ("uk", "Норвегія закликала Естонію звільнити моряків.", Root.REQUEST),
        ("ar", "اتهمت النرويج إستونيا بالتجسس.", Root.ACCUSE),
        ("fa", "وزیر خارجه نروژ با همتای استونیایی خود دیدار کرد.", Root.CONSULT),
        ("zh", "挪威与爱沙尼亚签署渔业协定。", Root.SUPPORT),
        ("ja", "ノルウェーはエストニアを非難した。", Root.ACCUSE),
    ],
)
def test_events_are_read_in_every_language_with_a_lexicon(
    gazetteer: Gazetteer, language: str, text: str, root: Root
) -> None:
    told = event(gazetteer, text, language)
    assert (told.root, told.pair) == (root, ("EE", "NO"))
