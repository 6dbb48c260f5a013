"""A sentence with all that was found in it: its folded words, the triggers among them, the countries, its clauses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diplomacy.countries.folding import Folded
from diplomacy.reading.acts import Act, acts_of, last_act
from diplomacy.reading.lexicons import SAYING, Lexicon, Trigger
from diplomacy.reading.masking import fold_offset, looked_up
from diplomacy.reading.mentions import Seen
from diplomacy.reading.roles import aside_from
from diplomacy.reading.word_order import VERB_FIRST, VERB_LAST
from diplomacy.reading.words import Sentence

STANDING_REACH = 30


@dataclass(frozen=True)
class Told:
    """A sentence, ready to be read for what happened."""

    sentence: Sentence
    text: str
    folded: Folded
    triggers: Sequence[Trigger]
    mentions: Sequence[Seen]
    language: str

    @property
    def verb_last(self) -> bool:
        """Whether the verb ends a sentence of this language."""
        return self.language in VERB_LAST

    @property
    def verb_first(self) -> bool:
        """Whether the verb may open a sentence of this language."""
        return self.language in VERB_FIRST

    def place(self, one: Seen) -> int:
        """Where a mention stands in the folded text."""
        return fold_offset(self.folded, one.found.start - self.sentence.start)

    def end(self, one: Seen) -> int:
        """Where a mention ends in the folded text."""
        return fold_offset(self.folded, one.found.end - self.sentence.start)

    def acts(self) -> tuple[Act, ...]:
        """What the main clause tells, or else what its grounds and circumstances do; the main act first."""
        main = self._main_clause
        if self.verb_last:
            act = last_act(main) or last_act(self.triggers)
            return (act,) if act else ()
        return () if _is_statement(main) else acts_of(main, self.folded.text)

    @property
    def is_statement(self) -> bool:
        """Whether the main clause only says what somebody thinks."""
        return _is_statement(self._main_clause)

    @cached_property
    def _main_clause(self) -> list[Trigger]:
        """The triggers of the main clause: behind the first actor, before the circumstances.

        Where the verb stands last: those before the words that only say who said it.
        """
        if self.verb_last:
            said = max((one.start for one in self.triggers if one.entry.says in SAYING), default=len(self.folded.text))
            return [one for one in self.triggers if one.end <= said]
        begin = min((self.place(one) for one in self.mentions if not one.aside), default=0)
        begin = 0 if self.verb_first else begin
        end = self.aside
        main = [one for one in self.triggers if begin <= one.start < end]
        return main if any(not one.entry.is_sign for one in main) else [one for one in self.triggers if one.start < end]

    def is_standing(self, head: Trigger) -> bool:
        """Whether the head tells what has long been so (`existing cooperation`)."""
        return any(
            one.entry.says == "=standing" and one.end <= head.start <= one.end + STANDING_REACH for one in self.triggers
        )

    @cached_property
    def aside(self) -> int:
        """Where in the folded text the grounds and circumstances begin, behind the first verb."""
        first = next((one for one in self.triggers if not one.entry.is_sign), None)
        if first is None:
            return len(self.folded.text)
        leads = [one.start for one in self.triggers if one.entry.says == "=background" and one.start >= first.end]
        if self.language == "en":
            leads.append(fold_offset(self.folded, aside_from(self.text, self.folded.origin(first.end), len(self.text))))
        return min(leads, default=len(self.folded.text))

    @cached_property
    def spoken_from(self) -> int:
        """Where in the folded text the closing words begin that only say who said it (`…, a UN official said`)."""
        end = len(self.folded.text)
        said = next((one for one in reversed(self.triggers) if one.entry.says in SAYING), None)
        if (
            said is None
            or self.verb_last
            or any(not one.entry.is_sign and one.start > said.end for one in self.triggers)
        ):
            return end
        comma = self.text.rfind(", ", 0, self.folded.origin(said.start) + 1)
        if comma < 0 or not any(
            not one.entry.is_sign and self.folded.origin(one.start) < comma for one in self.triggers
        ):
            return end
        return fold_offset(self.folded, comma)


def _is_statement(chain: Sequence[Trigger]) -> bool:
    """Whether a clause is headed by words that only say what somebody thinks."""
    heads = (one.entry.says for one in chain if not one.entry.is_sign or one.entry.says == "=nothing")
    return next(heads, "") == "=nothing"


def tell(text: str, sentence: Sentence, mentions: Sequence[Seen], lexicon: Lexicon | None, language: str) -> Told:
    """Look for all that a sentence says; `mentions` are those within it."""
    words = text[sentence.start : sentence.end]
    folded, found = looked_up(words, lexicon)
    triggers = [one for one in found if not _is_compound(words, folded.origin(one.start))]
    return Told(sentence, words, folded, triggers, mentions, language)


def _is_compound(words: str, at: int) -> bool:
    """Whether a word hangs on another by a hyphen: `Israeli-occupied` tells of no occupation now."""
    return at > 0 and words[at - 1] in "-\u2010\u2011"
