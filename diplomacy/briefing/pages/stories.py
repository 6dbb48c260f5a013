"""A story as a line of a briefing: what is new about it, the report's own words, and how many speak of it."""

from dataclasses import replace
from datetime import datetime

from diplomacy.briefing.document import Faint, Line, News, Strong, Text
from diplomacy.briefing.pages import telling
from diplomacy.briefing.phrasing import phrase, words
from diplomacy.briefing.select import ChosenStory, Development
from diplomacy.reader import Reader
from locales.formats import clock_time


def story_line(story: ChosenStory, reader: Reader, now: datetime, *, bullet: bool) -> News:
    """Tell a story in its report's own words, dated, with its source and how many outlets' owners report it."""
    lead = development_lead(story.development, reader) if story.development else ()
    line = telling.signed(reader, story.report, now, lead=lead)
    heard = Faint(f" · {words(reader, 'digest.outlets', story.families)}")
    return replace(line, notes=(*line.notes, heard), bullet=bullet)


def development_lead(new: Development, reader: Reader) -> Line:
    """Say what is new about a story that was told before."""
    if new.stage is not None and new.before is not None:
        now, before = stage_name(new.stage, reader), stage_name(new.before, reader)
        return (*phrase(reader, "digest.moved_on", style=Strong, now=now, before=before), Text(" "))
    if new.stage is not None:
        return (*phrase(reader, "digest.now", style=Strong, now=stage_name(new.stage, reader)), Text(" "))
    if new.corrected is not None:
        time = clock_time(reader.language, new.corrected, reader.zone)
        return (*phrase(reader, "digest.corrected", style=Strong, time=time), Text(" "))
    return ()


def stage_name(stage: str, reader: Reader) -> str:
    """Name a rung in the reader's language."""
    return words(reader, f"common.stage.{stage}")
