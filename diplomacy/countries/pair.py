"""Two countries that are asked about together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two countries in the order somebody named them."""

    first: str
    second: str

    @property
    def key(self) -> str:
        """The pair's one name in the database, in links and in subscriptions: codes sorted, `KR-TR`."""
        return pair_key(self.first, self.second)


def pair_key(first: str, second: str) -> str:
    """Name a pair of country codes, whatever their order: `KR-TR`."""
    return "-".join(sorted((first, second)))
