"""What the scripted bot says. The dealings between these two states are invented, for tests only."""

from tests.browser.scripted import Line

WELCOME = Line(
    "<b>Welcome.</b> What time is it where you are?",
    [[{"text": hour, "callback_data": f"/settings hour {hour}"} for hour in ("10:00", "11:00", "12:00")]],
)
DOSSIER = Line(
    "<b>Arland – Borland</b>\n"
    "<i>As of Tue 25 Nov 2025, 08:00 UTC · last 30 days · 1 report, 1 outlet</i>\n\n"
    '<b>Bottom line.</b> The two have agreed to study a bridge. <a href="https://example.org/item-1">[1]</a>\n\n'
    "<pre>with      stories\nBorland         1\nCarland        12</pre>\n"
    "<blockquote expandable>"
    + "What else was said in the report about the bridge and its cost.\n"
    * 12
    + "</blockquote>\n"
    "Look further back: <code>/relations arland borland 365</code>",
    [
        [
            {"text": "Follow", "callback_data": "/subscribe AR BO"},
            {"text": "Another Borland instead", "callback_data": "/relations AR XB"},
        ],
        [{"text": f"{days} d", "callback_data": f"/relations AR BO {days}"} for days in (7, 90, 365)],
        [
            {"text": "Copy citation", "copy_text": {"text": "Example Courier, 24 Nov 2025"}},
            {"text": "Share", "switch_inline_query": "AR BO"},
            {"text": "Report", "url": "https://example.org/item-1"},
        ],
    ],
)
LONGER = Line(
    "<b>Arland – Borland</b>\n<i>As of Tue 25 Nov 2025, 08:00 UTC · last 90 days</i>\n\nTwo reports.", DOSSIER.rows
)
ZONE_SET = Line("Your time is Istanbul's. What do you want to follow?")
FOLLOWED = Line("You follow <b>Arland – Borland</b>. Briefing daily at 07:00.")
DIGEST = Line("<b>Tue 25 Nov: 1 new story</b>", silent=True)
HELP = Line("All commands: /relations, /country, /help")

ANSWERS = {"/start": WELCOME, "/relations": DOSSIER, "/subscribe": FOLLOWED, "/digest": DIGEST, "/help": HELP}
PRESSES = {"/relations AR BO 90": LONGER, "/settings hour 11:00": ZONE_SET}
