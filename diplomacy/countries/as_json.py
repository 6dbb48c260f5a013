"""`dragoman resolve`: one JSON line in, one out."""

import json

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.countries.resolve import Resolved, resolve


def from_line(line: str, gazetteer: Gazetteer) -> str:
    """Answer one line `{"id", "text", "language"?}`; a bad one gets `{"id"?, "error"}`. Never raises."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return json.dumps({"error": f"not JSON: {problem}"})
    if not isinstance(asked, dict):
        return json.dumps({"error": "a line must be an object with id and text"})
    known = {"id": asked["id"]} if "id" in asked else {}
    text, language = asked.get("text"), asked.get("language")
    if not isinstance(text, str):
        return json.dumps({**known, "error": "text must be a string"})
    if not (language is None or isinstance(language, str)):
        return json.dumps({**known, "error": "language must be a string"})
    return json.dumps({"id": asked.get("id"), **_told(resolve(text, base(language), gazetteer))})


def base(language: str | None) -> str | None:
    """The language of a tag: `tr` of `tr-TR`; None where there is none."""
    tag = (language or "").replace("_", "-").split("-")[0].strip().lower()
    return tag or None


def _told(resolved: Resolved) -> dict[str, object]:
    return {
        "countries": resolved.countries,
        "several": resolved.several,
        "unknown": resolved.unknown,
        "window": resolved.window,
        "since": resolved.since,
    }
