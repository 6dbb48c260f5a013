"""How long placing one report takes among 20,000 open stories: `python -m benchmarks.stories`."""

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from benchmarks.lines import Line, percentile, show
from diplomacy.stories.desk import Desk
from diplomacy.stories.facts import Facts, pack
from diplomacy.stories.shapes import Continues, NewStory

OPEN, PLACED = 20_000, 1_000
LIMIT_MS = 5.0
WORDS = 30_000
LENGTH = 70
OFTEN = 0.8
BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
COUNTRIES = ("TR", "KR", "US", "FR", "DE", "IN", "JP", "BR", "NG", "PL")


def report(chance: random.Random, matter: int, at: datetime) -> NewStory:
    """A report of a matter: words as often as a language has them, some of them the matter's own."""
    own = random.Random(matter)
    words = {f"w{int(WORDS ** chance.random())}": 1.0 for _ in range(LENGTH)}
    words |= {f"w{own.randrange(WORDS)}": 2.0 for _ in range(12) if chance.random() < OFTEN}
    countries = dict.fromkeys(own.sample(COUNTRIES, 2), 0.5)
    people = {f"p{own.randrange(WORDS // 10)}": 1.0}
    facts = Facts(words, countries, people, {"CONSULT": 1.0}, {str(own.randrange(5000)): 1.0}, {"en": 1.0})
    return NewStory(None, f"matter {matter} {at}", pack(facts), at, " ".join(list(words)[:60]))


def laid_out(chance: random.Random) -> Desk:
    """A desk with as many stories as the limit speaks of."""
    desk = Desk()
    for matter in range(OPEN):
        desk.begin(matter, report(chance, matter, BEGAN + timedelta(seconds=8 * matter)))
    return desk


def placed(desk: Desk, chance: random.Random) -> Iterator[float]:
    """Place reports, old matters and new ones; gives what each took, in milliseconds."""
    at = BEGAN + timedelta(seconds=8 * OPEN)
    for number in range(OPEN, OPEN + PLACED):
        arrived = report(chance, chance.choice((number, chance.randrange(OPEN))), at)
        began = time.perf_counter()
        match desk.decide(arrived):
            case Continues() as goes_on:
                desk.go_on(goes_on, arrived)
            case NewStory():
                desk.begin(number, arrived)
        desk.joined()
        yield 1000 * (time.perf_counter() - began)


def main() -> None:
    """Measure and print the line."""
    chance = random.Random(5)
    taken = list(placed(laid_out(chance), chance))
    middle, slow = percentile(taken, 0.5), percentile(taken, 0.99)
    got = f"{middle:.1f} ms, p99 {slow:.1f} ms"
    show(Line(f"place a report among {OPEN:,} open stories", got, f"≤ {LIMIT_MS:.0f} ms", slow <= LIMIT_MS))


if __name__ == "__main__":
    main()
