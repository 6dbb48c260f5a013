"""Pages that look as the samples do, in our own or the seed report's words."""

from diplomacy.briefing.document import (
    Choice,
    Choices,
    Code,
    CopyText,
    Document,
    Evidence,
    Faint,
    Fold,
    Heading,
    Items,
    Line,
    Link,
    News,
    OpenLink,
    Paragraph,
    Section,
    ShareInline,
    Source,
    Sources,
    Strong,
    Table,
    Text,
    Words,
)

ITEM = "https://example.org/item-1"
MARK = Link("[1]", ITEM)
AS_OF = Paragraph((Faint("As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet"),))
NOTED: Line = (Strong("talks"), Text(" · "))

DOSSIER = Document(
    (
        Heading((Strong("Türkiye – South Korea"), Text(" 🇹🇷🇰🇷"))),
        AS_OF,
        Paragraph((Faint("“korea” read as South Korea"),)),
        News(
            Words("Turkey and South Korea have agreed to expand cooperation.", Evidence(1, 0, 57)),
            MARK,
            (Strong("Bottom line."), Text(" ")),
            bullet=False,
        ),
        Paragraph((Text("⚠️ "), Strong("One outlet; it quotes Ankara only."))),
        Section("How firm is each matter?"),
        News(Words("“technical consultations are underway”", Evidence(1, 60, 90)), MARK, NOTED, bullet=False),
        Paragraph((Strong("signed"), Text(" · nothing reported"))),
        Paragraph(()),
        Paragraph((Strong("Evidence:"), Text(" one outlet, no official text."))),
        Fold(
            (
                Paragraph((Strong("Multilateral"),)),
                News(Words("The two presidents <also> pledged.", Evidence(1, 95, 120)), MARK, bullet=False),
            )
        ),
        Sources((Source(1, "Albawaba", "24 Nov 2025", ITEM),)),
        Paragraph((Faint("Official texts: Türkiye’s ministry is read, none on this."),)),
        Choices(
            (
                (Choice("🔔 Follow", "/subscribe KR TR"), Choice("🇰🇵 North Korea instead", "/relations TR KP 30")),
                (CopyText("Copy citation", "Albawaba, 24 Nov 2025"), ShareInline("Share", "TR KR")),
                (OpenLink("Open", ITEM),),
            )
        ),
    )
)

COUNTRY = Document(
    (
        Heading((Strong("Türkiye"), Text(" 🇹🇷"))),
        AS_OF,
        Section("Busiest relationships"),
        Table(("with", "stories", "trend"), (("South Korea", "1", "too little to say"), ("대한민국", "12", "warmer"))),
        Section("Latest"),
        News(Words("Turkey and South Korea have agreed.", Evidence(1, 0, 35)), MARK, (Text("🇰🇷"),), (Code("NEW"),)),
        Section("Ahead"),
        Items(((Text("this week: Erdoğan – Zelenskyy"),), (Text("this week: Erdoğan – Putin"),))),
        Paragraph((Faint("Scheduled, says Erdoğan."), Text(" "), MARK)),
        Sources((Source(1, "Albawaba", "24 Nov 2025", ITEM),)),
    )
)

EMPTY = Document(
    (
        Heading((Strong("Türkiye – Bhutan"), Text(" 🇹🇷🇧🇹"))),
        AS_OF,
        Paragraph((Text("No report: 0 of 1,912 stored stories tie the two."),)),
        Items(
            (
                (Text("look back further: "), Code("/relations turkey bhutan 365")),
                (Text("hear of it when something comes: press Follow"),),
            )
        ),
        Paragraph((Faint("We read 141 feeds; 1 covers Bhutan."),)),
    )
)
