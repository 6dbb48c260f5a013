"""Where the verb of a sentence stands, by language: it tells on which side of it the two countries are looked for."""

VERB_LAST = frozenset({"tr", "ko", "ja"})
"""Languages whose verb ends the sentence: who acts and who is acted on both stand before it."""

VERB_FIRST = frozenset({"ar"})
"""Languages whose verb may stand before who acts."""
