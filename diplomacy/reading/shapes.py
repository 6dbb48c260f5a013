"""A `Reading`: what one report says, with offsets into its told text (Unicode code points).

The shapes follow the `dragoman read` contract; the events are the fifteen roots of PLOVER
(Halterman et al. 2023, "PLOVER and POLECAT"), the quads its four classes.
"""

from dataclasses import dataclass
from enum import StrEnum

from diplomacy.countries.pair import pair_key
from diplomacy.reading.version import READING_VERSION


class MentionKind(StrEnum):
    """What in the text names a country."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    CITY = "city"
    PERSON = "person"
    INSTITUTION = "institution"


class ArticleKind(StrEnum):
    """What sort of article it is; only NEWS moves bottom lines, digests and alerts."""

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    INTERVIEW = "interview"
    LIVE = "live"
    ROUNDUP = "roundup"
    SPORT = "sport"


class Quad(StrEnum):
    """PLOVER's four classes."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


class Root(StrEnum):
    """PLOVER's fifteen events."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    YIELD = "YIELD"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"

    @property
    def quad(self) -> Quad:
        """The class of this root."""
        return _QUADS[self]


_QUADS = dict(
    zip(
        Root,
        [Quad.VERBAL_COOPERATION] * 3
        + [Quad.MATERIAL_COOPERATION] * 3
        + [Quad.VERBAL_CONFLICT] * 4
        + [Quad.MATERIAL_CONFLICT] * 5,
        strict=True,
    )
)


class Stage(StrEnum):
    """How far a matter has come, lowest rung first; the last two are no rungs."""

    TALKS = "talks"
    ANNOUNCED = "announced"
    AGREED = "agreed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    DENIED = "denied"


class Modality(StrEnum):
    """Whether it happened, will, may, or is said not to have."""

    DID = "did"
    WILL = "will"
    MAY = "may"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a country."""

    start: int
    end: int
    text: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class CountrySaid:
    """A country that the report names, and how much of the report is about it (0 to 1)."""

    code: str
    salience: float
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class PairSaid:
    """Two countries that the report ties together. `start` and `end` bound the sentence that ties them most plainly."""

    pair: tuple[str, str]
    """Codes, sorted."""
    salience: float
    start: int
    end: int

    @property
    def key(self) -> str:
        """The pair's one name: `KR-TR`."""
        return pair_key(*self.pair)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, where the report puts it into somebody's mouth."""

    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known (`2026-03-05`, `2026-W10`, `2026-Q1` …) and its precision; None with `none`."""

    date: str | None = None
    precision: str = "none"


@dataclass(frozen=True, slots=True)
class EventSaid:
    """What happened between whom, in the sentence from `start` to `end`."""

    root: Root
    source: str | None
    target: str | None
    pair: tuple[str, str] | None
    mutual: bool
    stage: Stage | None
    modality: Modality
    tone: float
    """From -10 (war) to 10 (union)."""
    topics: tuple[str, ...]
    said_by: Attribution | None
    when: When
    background: bool
    confidence: float
    start: int
    end: int
    because: str = ""
    """What decided: `rule: deployed (MOBILIZE)`, `weights: MOBILIZE 0.91`; shown by `--explain`, not stored."""


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """Somebody named, with the office and country the report gives."""

    name: str
    office: str | None
    """As told: `Foreign Minister`."""
    country: str | None
    start: int
    end: int
    key: str | None = None
    """The office's name in every language: `foreign-minister`."""


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """A number as told: what it counts, and whether it is a value, target, forecast, limit or previous value."""

    text: str
    kind: str
    value: float
    unit: str | None
    of: str | None
    standing: str
    said_by: Attribution | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AgendaSaid:
    """Something that the report says lies ahead."""

    what: str
    countries: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    when: When
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report says. Countries, pairs and events stand most important first."""

    language: str | None
    kind: ArticleKind
    countries: tuple[CountrySaid, ...] = ()
    pairs: tuple[PairSaid, ...] = ()
    events: tuple[EventSaid, ...] = ()
    topics: tuple[str, ...] = ()
    people: tuple[PersonSaid, ...] = ()
    figures: tuple[FigureSaid, ...] = ()
    agenda: tuple[AgendaSaid, ...] = ()
    covered: bool = False
    """Events are read in this language; else only countries, people, figures and topics are."""
    read_to: int | None = None
    """Where the reading of everything but names stopped; None where all of it was read."""
    version: int = READING_VERSION
    """Which reading made it."""
