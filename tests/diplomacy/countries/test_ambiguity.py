"""Names with two meanings are decided by their surroundings; adjectives and inflected names are found everywhere."""

import pytest

from diplomacy.countries.gazetteer import Gazetteer

SENTENCES = """\
en	GE	Georgia's parliament in Tbilisi ratified the accord
en	US	Voters in Georgia and Florida chose their governors on Tuesday
en	AM GE	Armenia and Georgia reopened the railway
en	US	A Georgia judge in Fulton County set bail
en	NO	He studied at Georgia Tech before moving to Norway
en	JO SY	Jordan's king received the Syrian envoy in Amman
en	NO	Michael Jordan bought a yacht in Norway
en	NO	Jordan Peterson spoke in Oslo
en	-	The Jordan River was dry
en	TD SD	Chad closed its border with Sudan
en	CA	Chad Kroeger sang in Canada
en	TR GR	Turkey and Greece agreed on a hotline
en	-	She put the turkey in the oven for Thanksgiving
en	DK	Roast turkey was served in the Danish palace
en	GN	Guinea's junta freed the prisoners
en	GW GN	Guinea-Bissau and Guinea signed a border deal
en	GQ ES	Equatorial Guinea asked Spain for help
en	PG AU	Papua New Guinea hosted Australia
en	PE	Guinea pigs were flown to Peru
en	CD RW QA	The Democratic Republic of the Congo and Rwanda met in Doha
en	CG	The Republic of the Congo elected a president in Brazzaville
en	CD	Congo and M23 rebels met in Kinshasa
en	CG FR	Congo-Brazzaville borrowed from France
en	CG	Congo's president flew to Brazzaville
en	KR JP	Korea and Japan held talks
en	KP	Pyongyang fired a missile; North Korea said it was a test
en	-	The Korean War began in 1950
en	NO	Korean War veterans visited Norway
en	NE FR	Niger expelled the French ambassador
en	NG NE	Nigeria and Niger reopened their border
en	-	Floods in the Niger Delta displaced thousands
en	NE NG	Nigerien soldiers and Nigerian police met
en	DM CN	Dominica welcomed a Chinese ship
en	DO HT	The Dominican Republic and Haiti quarrel over a canal
en	DO	Dominican President Luis Abinader closed the border
en	IE PS	Ireland recognised Palestine
en	GB IE	Northern Ireland's first minister met the taoiseach of Ireland
en	NO	The Washington Post reported on Norway
en	NO	Beijing duck is served in Oslo
en	-	Peking duck, a dish
en	NO	A Mexican restaurant opened in Oslo
en	NO	The firm paid US$37.6 million to Norway
en	NO	The firm paid US $37.6 million to Norway
en	NO	The loan of 5 million Canadian dollars went to Norway
en	PL	Women marched for the Istanbul Convention in Warsaw
en	NO	Paris Hilton sang in Oslo
en	US	Officials in Paris, Texas, banned fireworks
en	CA	The mayor of London, Ontario, resigned
en	US	The fire began in Athens, Ga., police said
en	CN JP	China and Japan met
en	-	A bull in a china shop
en	SS SD	South Sudan and Sudan agreed
en	US IN	The US Congress and India
en	NO	They told us to leave Norway
en	WS AS	Samoa and American Samoa
en	CA	British Columbia's premier
en	US MX	New Mexico and Mexico share a river
en	DE	Bundesbank president said
en	JP	The Bank of Japan raised rates
en	US	The Fed cut rates
en	IN	The Reserve Bank of India
en	SE	The Riksbank held rates
en	CH	The Swiss National Bank
en	CA	The Bank of Canada
en	RU DE	USSR and West Germany signed
en	MM	Burma's generals
en	CZ DE	Czechoslovakia and East Germany
en	CD BF	Zaire and Upper Volta
en	LK IR TH	Ceylon, Persia and Siam
en	SZ MK	Swaziland and Macedonia
en	IL	The Israel Defense Forces struck
en	CN	People's Liberation Army ships
en	TR	The Turkish Armed Forces
en	GB	Cardiff and Edinburgh
en	CN IN	Shanghai and Mumbai
en	AU CA	Sydney and Toronto
tr	TR KR	Türkiye'nin Kore ile anlaşması
tr	TR	Türkiyenin yeni elçisi
tr	JO TR	Ürdün kralı Ankara'da
tr	GE	Gürcistan'a gitti
tr	KP KR	Kuzey Kore'den Güney Kore'ye
tr	-	Mısır ekmeği pişirdi
tr	EG	Mısır Cumhurbaşkanı Sisi
tr	CN TR	Çin'deki Türkler
tr	IE	İrlanda Başbakanı
tr	NE NG	Nijer ve Nijerya
tr	-	Belge imzalandı
tr	FR DE	Fransız-Alman görüşmesi
tr	TR GR	Türk-Yunan ilişkileri
tr	AZ	Azerbaycanlı bakan
tr	US	Amerikalılar
tr	KR	Koreli yetkililer
tr	RU UA	Rusya'nın Ukrayna'ya saldırısı
tr	MA ES	Fas ile İspanya
tr	QA	Katarlı arabulucular
tr	UZ	Özbekistan'daki
tr	GB	İngilizlerin
tr	NL	Hollandalılar
ko	KR	한국의 대통령
ko	KR TR	한국과 튀르키예가
ko	KR US	한미 정상회담
ko	KR JP	한일 관계
ko	KP	북한이 미사일을
ko	IN PK	인도와 파키스탄
ko	-	인도적 지원
ko	US CN	미국은 중국에
ko	KR KP	남북 관계
ko	-	교통수단을 늘렸다
ko	DE FR	독일에서 프랑스로
ko	TR	터키의 대통령
ko	US CN	미중 갈등
ko	KP US	북미 정상회담
ko	KR CN JP	한중일 정상
ko	KR CN JP	한·중·일
ko	RU UA	러우 전쟁
ko	GE	조지아 정부
ko	CD	콩고민주공화국은
ko	AU	호주산 소고기
ar	EG KR	مصر وكوريا
ar	TR RU	التركية والروسية
ar	JO	بالأردن
ar	IQ	للعراق
ar	SA AE	والسعودية والإمارات
ar	KR KP	كوريا الجنوبية وكوريا الشمالية
ar	CD	الكونغو الديمقراطية
ar	GW	غينيا بيساو
ar	NE NG	النيجر ونيجيريا
ar	TD	تشاد
ar	TR	وزير الخارجية التركي
ar	FR DE	فرنسا وألمانيا
ar	CN JP	الصين واليابان
ru	RU TR	российско-турецкие отношения
ru	TR GR	Турции и Греции
ru	KR	в Южной Корее
ru	US	американский президент
ru	DE FR	немецко-французский
ru	CN JP	китайско-японских
ru	IR IL	ирано-израильский
ru	GE	с Грузией
ru	JO	Иорданией
ru	AM AZ	армяно-азербайджанская граница
ru	NE NG	Нигера и Нигерии
ru	TR	в Стамбуле
ru	-	Индийский океан
uk	UA PL	українсько-польський кордон
uk	TR GR	Туреччини та Греції
uk	KR	у Південній Кореї
uk	DE FR	німецько-французький
uk	JO	Йорданією
de	DE FR	deutsch-französische Beziehungen
de	TR GR	die türkisch-griechische Grenze
de	KR	Südkoreas Präsident
de	TR	der Türkei
de	US	in den USA
de	JO GE	Jordanien und Georgien
de	AT	österreichischen
de	GB	Nordirland
de	CN JP	chinesisch-japanischer
de	CH SE	die Schweiz und Schweden
de	TD NE	Tschad und Niger
fr	FR DZ	les relations franco-algériennes
fr	FR DZ	un accord franco-algérien
fr	TR GR	la Turquie et la Grèce
fr	TD	le Tchad
fr	CN US	sino-américain
fr	DE PL	germano-polonaise
fr	KR	la Corée du Sud
fr	IL PS	israélo-palestinien
fr	-	la dinde est prête
fr	GR TR	gréco-turque
fr	NE NG	le Niger et le Nigeria
fr	DO	la République dominicaine
fr	RU UA	russo-ukrainienne
fr	CG	le Congo-Brazzaville
fr	CD	la RDC
es	ES MA	hispano-marroquí
es	KP	Corea del Norte
es	TR GR	los turcos y los griegos
es	US CU	Estados Unidos y Cuba
es	CN US	chino-estadounidense
es	GB	Irlanda del Norte
es	DO	República Dominicana
es	RU UA	ruso-ucraniana
pt	PT BR	luso-brasileiro
pt	TR GR	a Turquia e a Grécia
pt	KR	Coreia do Sul
pt	CN US	sino-americana
pt	EE NO	Estónia e Noruega
it	IT FR	italo-francese
it	TR GR	la Turchia e la Grecia
it	KP	Corea del Nord
it	IT LY	italo-libico
it	RU UA	russo-ucraino
it	GE AM	Georgia e Armenia
el	GR TR	ελληνοτουρκικές σχέσεις
el	TR CY	της Τουρκίας και της Κύπρου
el	KR	στη Νότια Κορέα
el	JO	η Ιορδανία
el	RU UA	ρωσοουκρανικός
el	TR	τουρκικά πλοία
el	FR DE	γαλλογερμανικός
fa	TR RU	ترکیه و روسیه
fa	KR	کره جنوبی
fa	IR IQ	ایران و عراق
fa	US	آمریکایی‌ها
fa	CN	چین
fa	IR	ایرانی
zh	CN KR	中韩关系
zh	CN US	中美
zh	TR GR	土耳其和希腊
zh	JO	约旦国王
zh	RU UA	俄乌冲突
zh	GE	格鲁吉亚
zh	NE NG	尼日尔和尼日利亚
zh	-	朝鲜半岛
zh	JP KR	日韩
zh	CD	刚果（金）
zh	US IL	美以
zh	IN PK	印巴
zh	GB	北爱尔兰
zh	CN	上海
ja	JP KR	日韓首脳会談
ja	TR GR	トルコとギリシャ
ja	JP US	日米
ja	JO	ヨルダン
ja	KP	北朝鮮
ja	JP CN KR	日中韓
ja	KR	韓国の大統領
ja	US CN	米中
ja	GE	ジョージア
ja	GB	英国
ja	RU UA	ロシアとウクライナ
"""


def rows() -> list[tuple[str, str, set[str]]]:
    split = [line.split("\t") for line in SENTENCES.splitlines()]
    return [(text, language, set(codes.split()) - {"-"}) for language, codes, text in split]


@pytest.mark.parametrize(("text", "language", "codes"), rows())
def test_a_name_means_what_its_surroundings_make_of_it(
    gazetteer: Gazetteer, text: str, language: str, codes: set[str]
) -> None:
    assert {one.code for one in gazetteer.find(text, language)} == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A bank met a Swiss envoy.", ["CH"]),
        ("They praised a South Korean minister and a Spanish one.", ["KR", "ES"]),
        ("He rejected a Senegalese plan.", ["SN"]),
    ],
)
def test_a_word_before_a_name_that_begins_another_form_hides_no_name(
    gazetteer: Gazetteer, text: str, codes: list[str]
) -> None:
    assert [one.code for one in gazetteer.find(text, "en")] == codes
