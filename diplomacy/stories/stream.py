"""`dragoman stories`: one JSON article a line in, in order of arrival; its story a line out, assigned as it arrives."""

import json
from datetime import UTC, datetime

from diplomacy.reading.as_json import BadLine, ReadLine, answer, moment
from diplomacy.stories.desk import Desk
from diplomacy.stories.facts import facts_in, pack
from diplomacy.stories.place import opening
from diplomacy.stories.shapes import Continues, NewStory
from diplomacy.stories.words import title_key

BEGAN = datetime(1970, 1, 1, tzinfo=UTC)
"""When reports without a date are taken to be from, until one has a date; after that, from when the latest is."""
Line = tuple[str, ReadLine | BadLine]
"""A line as it came, and what was read in it."""


class Stream:
    """Gives each report its story, in the order in which they come."""

    def __init__(self) -> None:
        """Begin without stories."""
        self._desk = Desk()
        self._latest: datetime | None = None
        self._stories = 0

    def answer(self, line: Line) -> str:
        """Place one article; a line that can't be read gets `{"id"?, "error"}`."""
        told, read = line
        if isinstance(read, BadLine):
            return answer(read)
        story = self.place(self._report(json.loads(told), read))
        try:
            return json.dumps({"id": read.id, "story": story}, allow_nan=False)
        except (ValueError, RecursionError):
            return json.dumps({"error": "the id is nothing that JSON could tell again"})

    def place(self, report: NewStory) -> int:
        """The number of a report's story: 1 for the first, and on."""
        match self._desk.decide(report):
            case Continues() as goes_on:
                self._desk.go_on(goes_on, report)
                number = goes_on.story.id
            case NewStory():
                self._stories += 1
                number = self._desk.begin(self._stories, report).id
        self._desk.joined()
        self._desk.sweep(self._latest or BEGAN)
        return number

    def _report(self, asked: dict[str, object], read: ReadLine) -> NewStory:
        published = moment(str(asked.get("published") or "")) or self._latest or BEGAN
        self._latest = max(published, self._latest or published)
        facts = facts_in(read.told, read.reading, str(asked.get("source") or ""))
        pair = read.reading.pairs[0].key if read.reading.pairs else None
        title = str(asked.get("title") or read.told)
        return NewStory(pair, title_key(title), pack(facts), published, opening(read.told))
