"""`relations`: the bilateral pair under which editors filed an event."""

from diplomacy.countries.gazetteer import Gazetteer
from diplomacy.judges.asked import pair_of
from diplomacy.measures import Measure, Rows, as_list, gold_of, mean, pairs_by_names, read_row


def editors_pairs(rows: Rows, gazetteer: Gazetteer) -> list[Measure]:
    """Whether the pair that editors filed an event under is among the report's pairs, and first of them."""
    found, first, named, named_first = [], [], [], []
    for row in rows:
        gold = {pair_of(pair) for pair in as_list(gold_of(row).get("pairs"))}
        reading = read_row(row, gazetteer)
        pairs = [said.pair for said in reading.pairs]
        plain = pairs_by_names(reading)
        found.append(float(any(pair in gold for pair in pairs)))
        first.append(float(bool(pairs) and pairs[0] in gold))
        named.append(float(any(pair in gold for pair in plain)))
        named_first.append(float(bool(plain) and plain[0] in gold))
    return [
        mean("editors' pair found", "relations", found, named, "all named"),
        mean("editors' pair first", "relations", first, named_first, "first two named"),
    ]
