"""What sort of article it is: by its address, its categories and the words that lead its title."""

import re
from collections.abc import Sequence

from diplomacy.countries.folding import fold
from diplomacy.reading.shapes import ArticleKind

PATH = (
    (ArticleKind.OPINION, re.compile(r"/(?:opinion|opinions|op-?ed|comment|commentary|commentisfree|editorial|editorials|columns?|columnists?|blogs?|yazarlar|yazar|kose-yazilari|yorum|opinion-column|tribune|tribuna|opinioni|meinung|kommentare?|debate|letters|views?|sasul|saseol|column|opiniao|gnomi|mnenie|mneniya)(?:/|$|-)", re.I)),
    (ArticleKind.ANALYSIS, re.compile(r"/(?:analysis|analyses|analiz|analyse|analisis|analisi|explainers?|explained|explain|in-depth|background)(?:/|$)", re.I)),
    (ArticleKind.INTERVIEW, re.compile(r"/(?:interviews?|roportaj|soylesi|entrevistas?|entretien)(?:/|$)", re.I)),
    (ArticleKind.LIVE, re.compile(r"/(?:live|liveblog|live-news|canli|en-direct|directo|newsticker|live-updates)(?:/|$)", re.I)),
    (ArticleKind.SPORT, re.compile(r"/(?:sports?|spor|sport|futbol|football|soccer|deportes?|esportes?|desporto|cricket|nba|basketball|tennis)(?:/|$)", re.I)),
    (ArticleKind.ROUNDUP, re.compile(r"/(?:roundup|briefing|newsletter|newsletters|morning-briefing|gundem-ozeti|daily-briefing)(?:/|$)", re.I)),
)

WORDS = (
    (ArticleKind.OPINION, "opinion|op-ed|oped|commentary|comment|editorial|column|columnist|viewpoint|guest essay|letters to the editor|yorum|köşe|köşe yazısı|köşe yazıları|yazarlar|görüş|başyazı|사설|칼럼|기고|오피니언|시론|논설|기자수첩|tribune|éditorial|opinión|editorial|opinião|opinione|editoriale|Kommentar|Meinung|Leitartikel|γνώμη|άποψη|мнение|колонка|думка|رأي|مقال|دیدگاه|یادداشت|سرمقاله|评论|社论|观点|社説|論説|コラム|オピニオン"),
    (ArticleKind.ANALYSIS, "analysis|news analysis|explainer|explained|analiz|haber analiz|해설|분석|심층분석|analyse|décryptage|análisis|análise|analisi|Analyse|Hintergrund|ανάλυση|анализ|аналитика|аналіз|تحليل|تحلیل|分析|解读|解説"),
    (ArticleKind.INTERVIEW, "interview|exclusive interview|q&a|röportaj|söyleşi|인터뷰|대담|entretien|entrevista|intervista|Interview|συνέντευξη|интервью|інтерв'ю|مقابلة|حوار|مصاحبه|گفت‌وگو|专访|インタビュー"),
    (ArticleKind.LIVE, "live|live updates|liveblog|live blog|as it happened|canlı|canlı anlatım|속보 모음|실시간|en direct|direct|en vivo|directo|ao vivo|in diretta|diretta|Liveticker|Liveblog|ζωντανά|онлайн|прямая трансляция|مباشر|لحظه به لحظه|直播|実況|ライブ"),
    (ArticleKind.ROUNDUP, "roundup|round-up|news in brief|in brief|news briefs|morning briefing|daily briefing|week in review|what you need to know|top stories|headlines|günün özeti|gündem özeti|haftanın özeti|günün öne çıkanları|bugünkü gündem|오늘의 주요뉴스|주요 뉴스|뉴스 브리핑|간추린|이 시각 주요|revue de presse|l'essentiel de l'actualité|resumen|resumo|rassegna|Presseschau|Überblick|дайджест|главное за|موجز|要闻|一周要闻|ニュースまとめ|今日のニュース"),
    (ArticleKind.SPORT, "sport|sports|spor|futbol|football|soccer|basketball|basketbol|cricket|tennis|rugby|스포츠|축구|야구|농구|deportes|esporte|calcio|Fußball|αθλητισμός|спорт|футбол|رياضة|ورزش|ورزشی|体育|スポーツ"),
)  # fmt: skip

SPORT_TEXT = re.compile(
    r"\b(?:world cup qualif\w*|champions league|europa league|premier league|semi-?finals?|quarter-?finals?|grand prix|grand slam|"
    r"wimbledon|innings|wickets?|midfielder|striker|goalkeeper|penalty shoot-?out|hat-?trick|gold medal|silver medal|bronze medal|"
    r"basketball league|euroleague|eurobasket|fifa|uefa|super lig|şampiyonlar ligi|milli takım|dünya kupası|maçı|maçında|golüyle|"
    r"play-?offs?|nba|nfl|mlb|nhl|formula (?:one|1)|test match|one-day international|knockout|championship title)\b|월드컵|축구대표팀|결승골|준결승|금메달",
    re.I,
)
LEADING = re.compile(r"\s*(?:[\[(【［]\s*(?P<boxed>[^\])】］\n]{2,30})\s*[\])】］]|(?P<led>[^:|｜\n–—]{2,30}?)\s*(?:[:|｜]|\s[–—-]\s))")
TRAILING = re.compile(r"[|｜–—-]\s*(?P<last>[^|｜–—\n-]{2,24})\s*$")
SPORT_SIGNS = 2


def _forms(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split("|")))


BY_WORD = {form: kind for kind, words in reversed(WORDS) for form in _forms(words)}


def kind_of(title: str, text: str, url: str | None = None, categories: Sequence[str] = ()) -> ArticleKind:
    """The sort of an article; NEWS where nothing tells otherwise."""
    for kind, path in PATH:
        if url and path.search(url):
            return kind
    for words in (*_labels(title or text[:200]), *categories):
        kind = BY_WORD.get(fold(words))
        if kind is not None:
            return kind
    if len(SPORT_TEXT.findall(f"{title}\n{text[:1500]}")) >= SPORT_SIGNS:
        return ArticleKind.SPORT
    return ArticleKind.NEWS


def _labels(title: str) -> list[str]:
    """The words that label a title: in brackets or before a colon at its beginning, behind a bar at its end."""
    led, last = LEADING.match(title), TRAILING.search(title)
    found = [led["boxed"] or led["led"]] if led else []
    return [*found, last["last"]] if last else found
