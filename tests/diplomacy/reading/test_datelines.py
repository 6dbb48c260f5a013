"""Where a report was written is no party to what it tells, in fifteen languages."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.reading.mentions import seen
from diplomacy.reading.words import sentences

REPORTS = """\
en	NO EE	ANKARA, Nov 24 (Xinhua) -- Norway and Estonia signed a pact.
en	EE LV	OSLO (Reuters) - Estonia and Latvia signed a pact.
en	EE LV	SEOUL, South Korea (AP) — Estonia and Latvia signed a pact.
en	EE LV	WASHINGTON, March 3 — Estonia and Latvia signed a pact.
en	EE LV	TOKYO: Estonia and Latvia signed a pact.
en	EE LV	BRUSSELS/PARIS, June 1 (Reuters) - Estonia and Latvia signed a pact.
en	EE LV	NAIROBI, Kenya, May 4 (AFP) - Estonia and Latvia signed a pact.
en	EE LV	By Jane Roe in Ankara¶Estonia and Latvia signed a pact.
en	EE LV	(Seoul) Estonia and Latvia signed a pact.
en	TR EE	Turkey: Erdogan meets the Estonian president
tr	NO EE	ANKARA (AA) - Norveç ile Estonya anlaşma imzaladı.
tr	LV EE	Oslo, 3 Mart (Hibya) - Letonya ile Estonya anlaşma imzaladı.
tr	LV EE	İSTANBUL (DHA) - Letonya ile Estonya anlaşma imzaladı.
tr	LV EE	LONDRA - Letonya ile Estonya anlaşma imzaladı.
tr	LV EE	MOSKOVA/ANKARA, (DHA) - Letonya ile Estonya anlaşma imzaladı.
ko	NO EE	(서울=연합뉴스) 노르웨이와 에스토니아가 협정에 서명했다.
ko	NO EE	[도쿄=이데일리 홍길동 특파원] 노르웨이와 에스토니아가 협정에 서명했다.
ko	NO EE	(앙카라=연합뉴스) 김철수 특파원 = 노르웨이와 에스토니아가 협정에 서명했다.
ko	NO EE	【베이징=뉴시스】홍길동 특파원 = 노르웨이와 에스토니아가 협정에 서명했다.
ko	NO EE	[워싱턴=AP/뉴시스] 노르웨이와 에스토니아가 협정에 서명했다.
fr	NO EE	ANKARA, 24 novembre (Xinhua) -- La Norvège et l'Estonie ont signé un accord.
fr	NO EE	Paris (AFP) - La Norvège et l'Estonie ont signé un accord.
fr	NO EE	TUNIS – La Norvège et l'Estonie ont signé un accord.
fr	NO EE	Alger, 3 mars 2026 (APS) — La Norvège et l'Estonie ont signé un accord.
es	NO EE	MADRID, 3 mar. (EUROPA PRESS) - Noruega y Estonia firmaron un acuerdo.
es	NO EE	Bogotá, 3 mar (EFE).- Noruega y Estonia firmaron un acuerdo.
es	NO EE	LIMA (AP) — Noruega y Estonia firmaron un acuerdo.
es	NO EE	Buenos Aires, 3 de marzo (Télam) - Noruega y Estonia firmaron un acuerdo.
pt	NO EE	Lisboa, 03 mar (Lusa) – A Noruega e a Estónia assinaram um acordo.
pt	NO EE	BRASÍLIA (Reuters) - A Noruega e a Estônia assinaram um acordo.
pt	NO EE	Luanda, 3 de Março de 2026 (Angop) - A Noruega e a Estónia assinaram um acordo.
it	NO EE	(ANSA) - ROMA, 03 MAR - Norvegia ed Estonia hanno firmato un accordo.
it	NO EE	Roma, 3 mar. (askanews) – Norvegia ed Estonia hanno firmato un accordo.
it	NO EE	(AGI) - Mosca, 3 mar. - Norvegia ed Estonia hanno firmato un accordo.
de	NO EE	Berlin (dpa) - Norwegen und Estland haben ein Abkommen unterzeichnet.
de	NO EE	WIEN (APA). Norwegen und Estland haben ein Abkommen unterzeichnet.
de	NO EE	Ankara/Moskau (AFP) – Norwegen und Estland haben ein Abkommen unterzeichnet.
de	NO EE	BRÜSSEL, 3. März (Reuters) - Norwegen und Estland haben ein Abkommen unterzeichnet.
el	NO EE	ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - Η Νορβηγία και η Εσθονία υπέγραψαν συμφωνία.
el	NO EE	Άγκυρα, 3 Μαρτίου (ΑΠΕ) – Η Νορβηγία και η Εσθονία υπέγραψαν συμφωνία.
ru	NO EE	МОСКВА, 3 марта. /ТАСС/. Норвегия и Эстония подписали соглашение.
ru	NO EE	АНКАРА, 3 мар — РИА Новости. Норвегия и Эстония подписали соглашение.
ru	NO EE	Анкара. 3 марта. ИНТЕРФАКС - Норвегия и Эстония подписали соглашение.
ru	NO EE	БАКУ /Trend/ - Норвегия и Эстония подписали соглашение.
uk	NO EE	КИЇВ, 3 березня (Укрінформ) — Норвегія та Естонія підписали угоду.
uk	NO EE	Київ. УНН. Норвегія та Естонія підписали угоду.
uk	NO EE	Київ. 3 березня. УНІАН - Норвегія та Естонія підписали угоду.
ar	NO EE	القاهرة في 3 مارس / أ ش أ / وقعت النرويج وإستونيا اتفاقا.
ar	NO EE	الرياض (واس) - وقعت النرويج وإستونيا اتفاقا.
ar	NO EE	أنقرة/ الأناضول: وقعت النرويج وإستونيا اتفاقا.
ar	NO EE	عمان - بترا - وقعت النرويج وإستونيا اتفاقا.
ar	NO EE	دبي (رويترز) - وقعت النرويج وإستونيا اتفاقا.
fa	NO EE	تهران - ایرنا - نروژ و استونی توافقنامه امضا کردند.
fa	NO EE	تهران (ایسنا) - نروژ و استونی توافقنامه امضا کردند.
fa	NO EE	آنکارا، ۳ مارس (شینهوا) – نروژ و استونی توافقنامه امضا کردند.
zh	NO EE	新华社安卡拉11月24日电 挪威和爱沙尼亚签署协议。
zh	NO EE	中新社北京3月3日电 (记者 张三)挪威和爱沙尼亚签署协议。
zh	NO EE	（中央社東京3日綜合外電報導）挪威和愛沙尼亞簽署協議。
zh	NO EE	【环球网报道】挪威和爱沙尼亚签署协议。
zh	NO EE	人民网东京3月3日电（记者张三）挪威和爱沙尼亚签署协议。
ja	NO EE	【ソウル聯合ニュース】ノルウェーとエストニアが協定に署名した。
ja	NO EE	【ワシントン共同】ノルウェーとエストニアが協定に署名した。
ja	NO EE	【北京＝山田太郎】ノルウェーとエストニアが協定に署名した。
ja	NO EE	[モスクワ 3日 ロイター] - ノルウェーとエストニアが協定に署名した。
ja	NO EE	(CNN) ノルウェーとエストニアが協定に署名した。
ja	NO EE	［パリ　３日　ロイター］ - ノルウェーとエストニアが協定に署名した。
en	NO EE	Islamabad — Two ministers from Norway and Estonia met.
en	NO EE	London, UK – Two ministers from Norway and Estonia met.
en	EE NO	Tallinn: we will not yield to Norway
en	TR NO	Ankara - Oslo talks resume
en	RU NO	Moscow and Oslo, three years on (again), disagree
en	TR NO	Ankara said on March 3 that Norway - its ally - would pay.
tr	TR NO	Ankara, 3 Mart'ta Oslo ile anlaştı.
"""
"""Language, countries that the report names, beginning of the report; ¶ stands for a line break."""


def rows() -> list[tuple[str, str, set[str]]]:
    split = [line.split("\t") for line in REPORTS.splitlines()]
    return [(text.replace("¶", "\n"), language, set(codes.split())) for language, codes, text in split]


@pytest.mark.parametrize("title", ["", "A title\n"])
@pytest.mark.parametrize(("text", "language", "codes"), rows())
def test_the_place_where_a_report_was_written_is_left_out(
    gazetteer: Gazetteer, title: str, text: str, language: str, codes: set[str]
) -> None:
    told = title + text
    assert {one.code for one in seen(told, sentences(told), gazetteer, language)} == codes
