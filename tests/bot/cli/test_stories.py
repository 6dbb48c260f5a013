"""`dragoman stories` as it is called. The dealings in these tests are invented."""

import json

from typer.testing import CliRunner

from bot.cli.program import app

LINES = [
    {"id": "a", "title": "Norway lends Estonia the ferry Storfjord", "text": "It sails to Tallinn."},
    {"id": "b", "title": "Peru bans herring trawlers off Callao", "text": "Trawlers must leave Callao."},
    {"id": "c", "text": "Estonia gets the ferry Storfjord from Norway", "source": "https://example.org/?a=1&b=2"},
]


def answers(text: str, *words: str) -> list[dict[str, object]]:
    called = CliRunner().invoke(app, ["stories", *words], input=text)
    assert called.exit_code == 0
    return [json.loads(line) for line in called.output.splitlines()]


def test_each_line_gets_its_story_in_order() -> None:
    told = answers("\n".join(json.dumps(line) for line in LINES))
    assert told == [{"id": "a", "story": 1}, {"id": "b", "story": 2}, {"id": "c", "story": 1}]


def test_a_line_that_cannot_be_read_is_told_and_stops_nothing() -> None:
    told = answers("\n".join([json.dumps(LINES[0]), "nonsense", '{"id": 7}', json.dumps(LINES[2])]))
    assert [one.get("story") for one in told] == [1, None, None, 1]
    assert told[2]["id"] == 7
    assert all("error" in one for one in told[1:3])
