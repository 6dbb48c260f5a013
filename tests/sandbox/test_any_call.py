"""Whatever a bot sends, it is answered or refused in words: never a crash of the sandbox."""

import json
from collections.abc import Awaitable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.api.keyboards import inline_keyboard
from sandbox.api.methods import SERVED
from sandbox.api.parameters import TABLE, Upload, read_call
from sandbox.api.refusals import Refused
from sandbox.api.table import METHODS
from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from sandbox.wire import Json, in_bytes
from tests.sandbox.test_changing import png
from tests.sandbox.visitors import ADA, GROUP, TOKEN

IMMEDIATE = sorted(name for name in SERVED if name not in {"getUpdates", "setWebhook", "deleteWebhook", "leaveChat"})
COMMON = [
    "HTML",
    "",
    "<b>x</b>",
    "plain",
    "<a href='tg://user?id=1'>x</a>",
    "typing",
    "attach://file",
    "q1",
    "tr",
    "{}",
]
RARE = ["\ud800", '<tg-time unix="99999999999999999999">x</tg-time>', "[]", "<b>", "&#xd800;", "help"]
WORDS = st.one_of(st.text(max_size=20), st.sampled_from(COMMON * 4 + RARE))
NUMBERS = st.one_of(st.integers(), st.sampled_from([0, 1, 2, ADA, GROUP, 42]), st.floats(allow_nan=False))
NAMES = sorted(
    {name for _, row in TABLE.values() for name in row} | {"type", "inline_keyboard", "url", "offset", "length"}
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.sampled_from(NAMES), WORDS), inner, max_size=4)
    ),
    max_leaves=10,
)
TYPICAL: dict[str, st.SearchStrategy[Json]] = {
    "chat_id": st.sampled_from([ADA, GROUP, "1001"]),
    "from_chat_id": st.just(ADA),
    "message_id": st.sampled_from([1, 2, 3]),
    "message_ids": st.lists(st.integers(0, 4), max_size=4),
    "text": WORDS,
    "user_id": st.sampled_from([ADA, 42]),
    "commands": st.lists(st.fixed_dictionaries({"command": WORDS, "description": WORDS}), max_size=3),
    "media": st.lists(
        st.fixed_dictionaries({"type": st.sampled_from(["photo", "document"]), "media": WORDS}), max_size=3
    ),
    "results": st.lists(st.fixed_dictionaries({"type": st.just("article"), "id": WORDS, "title": WORDS}), max_size=2),
}


OBJECTS = st.dictionaries(st.one_of(st.sampled_from(NAMES), WORDS), JSON, max_size=4)
BY_KIND: dict[str, st.SearchStrategy[Json]] = {
    "Integer": st.one_of(st.integers(), st.sampled_from([0, 1, 2, ADA])),
    "Integer|String": st.sampled_from([ADA, GROUP, "1001", "@ada", 7]),
    "String": WORDS,
    "Boolean": st.booleans(),
    "InputFile|String": WORDS,
    "ReplyParameters": st.fixed_dictionaries({"message_id": st.integers(0, 3)}),
    "BotCommandScope": st.fixed_dictionaries(
        {"type": st.sampled_from(["default", "chat", "chat_member"]), "chat_id": NUMBERS}
    ),
}


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, dict[str, Json]]:
    """A method with parameters of the right types, mostly, that make sense, or do not."""
    method = draw(st.sampled_from(IMMEDIATE))
    given = {}
    for item in METHODS[method].split():
        name, kinds = item.split(":", 1)
        plain = name.removesuffix("!")
        if plain == name and draw(st.integers(0, 3)):
            continue
        fitting = BY_KIND.get(kinds, st.lists(OBJECTS, max_size=3) if kinds.startswith("[") else OBJECTS)
        usual = TYPICAL.get(plain, fitting)
        given[plain] = draw(JSON if draw(st.integers(0, 19)) == 0 else usual)
    return method, given


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(calls(), max_size=6))
def test_any_call_is_answered_or_refused(made: list[tuple[str, dict[str, Json]]]) -> None:
    clock = HouseClock()
    telegram = Sandbox(0, clock, Newsroom(clock), TOKEN, limits=False)._telegram
    files = {"file": Upload("a.png", "image/png", png()), "photo": Upload("b.png", "image/png", png())}
    stage = [("sendMessage", {"chat_id": chat, "text": "x"}) for chat in (ADA, GROUP)]
    stage.append(("sendDocument", {"chat_id": ADA, "document": "attach://file"}))
    for method, given_parameters in (*stage, *made):
        try:
            call = read_call(method, given_parameters, files)
            result = SERVED[call.method](telegram, call)
        except Refused as refused:
            result = {"description": refused.description}
        assert not isinstance(result, Awaitable)
        json.loads(in_bytes(result))


@given(st.dictionaries(st.sampled_from(["inline_keyboard", "keyboard", "selective"]), JSON, max_size=2))
def test_any_markup_is_kept_or_refused(markup: dict[str, Json]) -> None:
    try:
        kept = inline_keyboard(markup)
    except Refused as refused:
        kept = {"refused": refused.description}
    assert kept is None or len(kept) == 1
