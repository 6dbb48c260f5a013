"""What the weights look at in a sentence with two actors masked.

Its words, its stretches of letters, and the findings of the lexicon, told apart by whether they stand before, between
or behind the two.

A feature is a hashed number below `BUCKETS` (feature hashing: Weinberger et al. 2009, "Feature Hashing for Large Scale
Multitask Learning"): no list of words has to be kept or looked up, and all languages share one table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from diplomacy.reading.acts import Act, head_of
from diplomacy.reading.lexicons import Trigger

BITS = 18
BUCKETS = 1 << BITS
_MASK = BUCKETS - 1
Buckets = NDArray[np.int64]
Span = tuple[int, int]

LONGEST = 5
"""Stretches of two to five letters are looked at."""

NEAR = 5
"""So many words before the first and behind the second actor are told apart from the rest."""

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)
_SHIFT = np.uint64(64 - BITS)


@dataclass(frozen=True, slots=True)
class Masked:
    """A folded sentence with two stretches masked, in the order of the text.

    `names` are what stands for them: `s` who acts, `t` who is acted on, `x` and `y` where that is asked, `-` where
    there is nobody (an empty stretch at the end).
    """

    text: str
    first: Span
    second: Span
    names: tuple[str, str]
    triggers: Sequence[Trigger]
    verb_last: bool = False

    def regions(self) -> tuple[list[Trigger], list[Trigger], list[Trigger]]:
        """The triggers that begin before, between and behind the two; those within them left out."""
        before = [one for one in self.triggers if one.start < self.first[0]]
        between = [one for one in self.triggers if self.first[1] <= one.start < self.second[0]]
        return before, between, [one for one in self.triggers if one.start >= self.second[1]]


def features(masked: Masked) -> tuple[Buckets, ...]:
    """The features of words, of letters, of the lexicon's findings and of what the rules make of them, each once."""
    before = masked.text[: masked.first[0]].split()
    between = masked.text[masked.first[1] : masked.second[0]].split()
    behind = masked.text[masked.second[1] :].split()
    whole = " ".join([*before, masked.names[0], *between, masked.names[1], *behind])
    return (
        _once(_words(masked.names, *map(_encoded, (before, between, behind)))),
        _letters({1: f" {whole} ", 2: f" {' '.join(between)} "}),
        _once(map(_bucket, _signs(masked))),
        _once(map(_bucket, _acts(masked))),
    )


def _encoded(words: Iterable[str]) -> list[bytes]:
    return [word.encode("utf-8", "replace") for word in words]


@lru_cache(maxsize=4096)
def _bucket(feature: str) -> int:
    """The bucket of a finding: they are few, and the same in every text."""
    return crc32(feature.encode()) & _MASK


def _once(buckets: Iterable[int]) -> Buckets:
    return np.array(sorted(set(buckets)), np.int64)


def _words(names: tuple[str, str], before: list[bytes], between: list[bytes], behind: list[bytes]) -> Iterator[int]:
    """Words and pairs of words, of the whole sentence and of each region."""
    first, second = _encoded(names)
    whole = [*before, b"<%b>" % first, *between, b"<%b>" % second, *behind]
    yield from _hashed(b"order ", [first])
    yield from _hashed(b"w ", whole)
    yield from _hashed(b"b ", map(b" ".join, pairwise(whole)))
    yield from _hashed(b"m ", between)
    yield from _hashed(b"n ", map(b" ".join, pairwise([first, *between, second])))
    yield from _hashed(b"p ", before[-NEAR:])
    yield from _hashed(b"o ", behind[:NEAR])


def _hashed(lead: bytes, words: Iterable[bytes]) -> list[int]:
    """The buckets of words behind the same lead, which is hashed once for all of them."""
    begun = crc32(lead)
    return [crc32(word, begun) & _MASK for word in words]


def _letters(texts: Mapping[int, str]) -> Buckets:
    """Stretches of letters of texts, each under a number of its own, hashed all at once."""
    found: list[NDArray[np.uint64]] = []
    for region, text in texts.items():
        codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
        hashed = codes + np.uint64(region)
        for length in range(2, LONGEST + 1):
            hashed = hashed[:-1] * _STEP + codes[length - 1 :]
            found.append(hashed)
    hashes = np.concatenate(found)
    buckets: Buckets = (((hashes ^ (hashes >> _FOLD)) * _STEP) >> _SHIFT).view(np.int64)
    buckets.sort()
    is_new = np.ones(len(buckets), np.bool_)
    is_new[1:] = buckets[1:] != buckets[:-1]
    return buckets[is_new]


def _signs(masked: Masked) -> Iterator[str]:
    """What the lexicon found, by region, and what comes first and last there."""
    for region, found in zip("PMO", masked.regions(), strict=True):
        says = [one.entry.says for one in found]
        yield from (f"L{region} {one}" for one in says)
        yield from (f"L{region} {one} {other}" for one, other in pairwise(says))
        roots = [one for one in says if not one.startswith("=")]
        if roots:
            yield from (f"L{region} first {roots[0]}", f"L{region} last {roots[-1]}")
            yield from (f"L {one}" for one in roots)


def _acts(masked: Masked) -> Iterator[str]:
    """What the rules read in each region, and in the sentence."""
    acts = act_by_region(masked)
    for region, act in acts.items():
        yield from (f"A{region} {act.composed}", f"A{region} {act.composed.quad}", f"A{region} {act.modality}")
    main = _main(acts, verb_last=masked.verb_last)
    if main is None:
        yield "A nothing"
    else:
        yield from (f"A {main.composed}", f"A {main.composed.quad}", f"A {main.composed} {masked.names[0]}")


def act_by_region(masked: Masked) -> dict[str, Act]:
    """The act that heads each region: between the two, behind both (with the signs between), before both."""
    before, between, behind = masked.regions()
    signs = [one for one in between if one.entry.is_sign]
    chains = {"M": between, "O": [*signs, *behind], "P": before}
    heads = {region: head_of(chain, masked.text, verb_last=masked.verb_last) for region, chain in chains.items()}
    return {region: act for region, act in heads.items() if act is not None}


def main_act(masked: Masked) -> Act | None:
    """What the rules read between the two: nearest first; where the verb stands last, behind both first."""
    return _main(act_by_region(masked), verb_last=masked.verb_last)


def _main(acts: Mapping[str, Act], *, verb_last: bool) -> Act | None:
    return next((acts[region] for region in ("OMP" if verb_last else "MOP") if region in acts), None)
