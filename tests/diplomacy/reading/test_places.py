"""Where they met, under what circumstances and according to whom is no party; invented dealings, in every language."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.read import read_text


def first_pair(gazetteer: Gazetteer, language: str, text: str) -> str | None:
    """The pair that stands first, as `FR-TR`."""
    said = read_text("", text, gazetteer, language=language).pairs
    return said[0].key if said else None


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("en", "Norway and Estonia signed a fishing accord in Geneva.", "EE-NO"),
        ("es", "Chile y Perú firmaron en Lisboa un convenio de pesca.", "CL-PE"),
        ("pt", "Angola e a RD Congo assinaram em Paris um memorando sobre o corredor do Lobito.", "AO-CD"),
        ("it", "Italia e Tunisia hanno firmato a Bruxelles un'intesa sui rimpatri.", "IT-TN"),
        ("it", "Il ministro degli Esteri egiziano ha incontrato nel Qatar il collega sudanese.", "EG-SD"),
        ("fr", "Le Burkina Faso et la Côte d'Ivoire ont signé à Genève un accord sur les éleveurs.", "BF-CI"),
        ("de", "In Genf haben Österreich und Ungarn ein Abkommen über den Grenzverkehr unterzeichnet.", "AT-HU"),
        ("el", "Η Ελλάδα και η Αίγυπτος υπέγραψαν στο Παρίσι συμφωνία για το καλώδιο.", "EG-GR"),
        ("ru", "Министр иностранных дел Армении встретился в Вене с грузинским коллегой.", "AM-GE"),
        ("uk", "Міністр оборони Польщі зустрівся у Берліні з литовським колегою.", "LT-PL"),
        ("ar", "التقى وزير الخارجية العراقي في الدوحة نظيره السوري.", "IQ-SY"),
        ("fa", "ایران و عراق در ژنو توافقنامه‌ای درباره مرزها امضا کردند.", "IQ-IR"),
        ("zh", "伊朗外长在多哈会见了伊拉克外长。", "IQ-IR"),
        ("ja", "イランの外相はドーハでイラクの外相と会談した。", "IQ-IR"),
        ("tr", "İran Dışişleri Bakanı Doha'da Iraklı mevkidaşıyla görüştü.", "IQ-IR"),
        ("ko", "이란 외무장관이 도하에서 이라크 외무장관을 만났다.", "IQ-IR"),
    ],
)
def test_where_they_met_is_no_party_in_any_language(gazetteer: Gazetteer, language: str, text: str, pair: str) -> None:
    assert first_pair(gazetteer, language, text) == pair


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("en", "While Belgrade protests, Namibia recalls its ambassador to Peru.", "NA-PE"),
        ("es", "Mientras México ofrece su mediación, Nicaragua acusa a Colombia de invadir sus aguas.", "CO-NI"),
        ("pt", "Apesar das críticas de Espanha, Portugal retomou a ajuda à Guiné-Bissau.", "GW-PT"),
        ("it", "Mentre Roma tace, l'Albania accusa la Grecia di avere violato le acque territoriali.", "AL-GR"),
        ("fr", "Malgré les mises en garde de Paris, le Tchad a fermé sa frontière avec le Soudan.", "SD-TD"),
        ("de", "Während die EU mahnt, hat Serbien die Grenze zum Kosovo geschlossen.", "RS-XK"),
        ("el", "Παρά τις αντιδράσεις της Τουρκίας, το Ισραήλ παρέδωσε στην Κύπρο αντιαεροπορικά συστήματα.", "CY-IL"),
        ("ru", "Пока Брюссель призывает к спокойствию, Сербия перекрыла дорогу в Косово.", "RS-XK"),
        ("uk", "Попри застереження Будапешта, Молдова вислала трьох російських дипломатів.", "MD-RU"),
        ("ar", "رغم الوساطة السعودية، أغلقت الجزائر مجالها الجوي أمام الطائرات المغربية.", "DZ-MA"),
        ("fa", "با وجود میانجیگری فرانسه، جمهوری آذربایجان گذرگاه مرزی با ارمنستان را بست.", "AM-AZ"),
        ("zh", "尽管美国出面调停，印度仍拒绝向巴基斯坦发放签证。", "IN-PK"),
        ("ja", "米国の仲介にもかかわらず、インドはパキスタンへのビザ発給を拒んだ。", "IN-PK"),
        ("tr", "Brüksel sükûnet çağrısı yaparken Sırbistan Kosova yolunu kapattı.", "RS-XK"),
        ("ko", "미국의 중재에도 인도는 파키스탄에 대한 비자 발급을 거부했다.", "IN-PK"),
    ],
)
def test_a_first_clause_of_circumstances_names_no_party(
    gazetteer: Gazetteer, language: str, text: str, pair: str
) -> None:
    assert first_pair(gazetteer, language, text) == pair


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("fa", "پهپادهای ترکیه روستایی در شمال سوریه را هدف گرفتند، خبرگزاری روسی گزارش داد.", "SY-TR"),
        ("ru", "Турецкие дроны нанесли удар по складу в Сирии, сообщило иранское агентство.", "SY-TR"),
        ("uk", "Російські ракети вдарили по Україні, повідомило турецьке агентство.", "RU-UA"),
        ("pt", "Aviões israelitas bombardearam uma aldeia no sul do Líbano, segundo a agência russa TASS.", "IL-LB"),
        ("ar", "قصفت طائرات إسرائيلية بلدة في جنوب لبنان، وفق وكالة الأنباء الفرنسية.", "IL-LB"),
        ("zh", "据越南通讯社报道，泰国军队炮击了柬埔寨一处村庄。", "KH-TH"),
        ("ja", "ベトナムの通信社によると、タイ軍がカンボジアの村を砲撃した。", "KH-TH"),
        ("ko", "베트남 통신사에 따르면 태국군이 캄보디아 마을을 포격했다.", "KH-TH"),
    ],
)
def test_where_one_strikes_is_a_party_and_who_reports_it_is_none(
    gazetteer: Gazetteer, language: str, text: str, pair: str
) -> None:
    assert first_pair(gazetteer, language, text) == pair


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("es", "La República Dominicana deportó a cuatrocientos haitianos en una sola jornada.", "DO-HT"),
        ("pt", "Uma fragata nigeriana deteve no Golfo da Guiné um barco de pesca são-tomense.", "NG-ST"),
        ("it", "Pescherecci croati sono stati sequestrati dalla polizia slovena nel golfo di Trieste.", "HR-SI"),
        ("fr", "Les marines marocaine et espagnole ont patrouillé ensemble dans le détroit de Gibraltar.", "ES-MA"),
        ("de", "Dänische und finnische Minensucher üben gemeinsam vor der Küste Estlands.", "DK-FI"),
        ("el", "Γαλλικές και ελληνικές φρεγάτες έκαναν κοινή άσκηση στα ανοιχτά της Μάλτας.", "FR-GR"),
        ("ru", "Китайский катер протаранил вьетнамское рыболовное судно в Южно-Китайском море.", "CN-VN"),
        ("uk", "Естонські та фінські прикордонники провели спільні навчання біля берегів Латвії.", "EE-FI"),
        ("ar", "أجرت البحريتان المصرية واليونانية تدريبا مشتركا قرب سواحل قبرص.", "EG-GR"),
        ("fa", "ناو هندی یک قایق ماهیگیری سریلانکایی را نزدیک مالدیو توقیف کرد.", "IN-LK"),
        ("zh", "菲律宾与澳大利亚军舰在台湾海峡以南联合巡航。", "AU-PH"),
        ("ja", "オーストラリアはフィジー経由でパプアニューギニアに医薬品を送った。", "AU-PG"),
        ("tr", "Libya devriye botları Malta açıklarında bir Tunus balıkçı teknesini alıkoydu.", "LY-TN"),
        ("ko", "호주는 피지를 거쳐 파푸아뉴기니에 의약품을 보냈다.", "AU-PG"),
        ("en", "Ghana will ship cocoa via Togo to Norway.", "GH-NO"),
    ],
)
def test_adjectives_act_and_seas_and_countries_passed_through_do_not(
    gazetteer: Gazetteer, language: str, text: str, pair: str
) -> None:
    assert first_pair(gazetteer, language, text) == pair


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("pt", "Dois dias após a visita do chanceler turco, a Grécia acusou a Albânia de espionagem.", "AL-GR"),
        ("es", "Horas después de la visita rusa, Chile acusó a Perú de espionaje.", "CL-PE"),
        ("en", "Two days after Russia left, Norway accused Estonia of spying.", "EE-NO"),
    ],
)
def test_circumstances_told_early_end_with_their_comma(
    gazetteer: Gazetteer, language: str, text: str, pair: str
) -> None:
    assert first_pair(gazetteer, language, text) == pair


def test_two_capitals_as_governments_are_a_pair_though_no_known_word_ties_them(gazetteer: Gazetteer) -> None:
    assert first_pair(gazetteer, "es", "Quito remite a Lima un informe sobre el río") == "EC-PE"


def test_who_is_visited_is_no_mere_place(gazetteer: Gazetteer) -> None:
    assert (
        first_pair(gazetteer, "en", "Norway's foreign minister arrived in Lima on Monday, Estonian radio said.")
        == "NO-PE"
    )


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("el", "Δύο αεροσκάφη με βοήθεια έστειλε η Κροατία στη Βόρεια Μακεδονία.", ("HR", "MK")),
        ("de", "Ende des Ausfuhrverbots: Indonesien gibt Palmöl für Indien frei", ("ID", "IN")),
        ("es", "Firme condena de Chile a Perú por la captura de dos pesqueros", ("CL", "PE")),
        ("ru", "Новую партию генераторов отправила Украине Эстония.", ("EE", "UA")),
    ],
)
def test_who_acts_is_told_by_more_than_what_stands_before_the_verb(
    gazetteer: Gazetteer, language: str, text: str, sides: tuple[str, str]
) -> None:
    event = read_text("", text, gazetteer, language=language).events[0]
    assert (event.source, event.target) == sides


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("ja", "韓国外務省は日本を非難した。", "JP-KR"),
        ("ja", "外務省は中国の大使を呼び出した。", "CN-JP"),
        ("de", "Die österreichische Bundesregierung kritisiert Ungarn.", "AT-HU"),
        ("de", "Die Bundesregierung kritisiert Ungarn.", "DE-HU"),
    ],
)
def test_an_institution_is_of_the_country_named_right_before_it(
    gazetteer: Gazetteer, language: str, text: str, pair: str
) -> None:
    assert first_pair(gazetteer, language, text) == pair


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("ja", "仏、マリから部隊撤収", "FR-ML"),
        ("ko", "미, 이란 해운사 제재", "IR-US"),
        ("zh", "俄，驱逐两名爱沙尼亚外交官", "EE-RU"),
    ],
)
def test_one_letter_at_the_head_of_a_headline_is_a_country(
    gazetteer: Gazetteer, language: str, text: str, pair: str
) -> None:
    assert first_pair(gazetteer, language, text) == pair


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "미 중부사령부는 이란산 원유를 실은 파나마 유조선을 나포했다."),
        ("tr", "ABD donanması İran menşeli petrol taşıyan Panama gemisini durdurdu."),
        ("ja", "米海軍がイラン産原油を積んだパナマのタンカーを拿捕した。"),
    ],
)
def test_where_goods_come_from_is_less_of_a_party(gazetteer: Gazetteer, language: str, text: str) -> None:
    saliences = {one.code: one.salience for one in read_text("", text, gazetteer, language=language).countries}
    assert saliences["PA"] > saliences["IR"]


@pytest.mark.parametrize("language", ["en", "de", "ru", "ar", "zh", "ja", "ko", "tr"])
def test_a_long_sentence_of_circumstances_is_read_in_good_time(gazetteer: Gazetteer, language: str) -> None:
    text = "Norway, after Estonia, rağmen, によると、 에 따르면, während Peru, " * 4000
    assert read_text("", text, gazetteer, language=language).countries
