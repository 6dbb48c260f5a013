"""Which reading this is, and how far into a text it looks."""

READING_VERSION = 2
"""Grows whenever a reading may change: what was stored by an older one can be read again (`dragoman reread`)."""

READ_IN_FULL = 20_000
"""Characters of a text in which everything is looked for; names are read in all of it."""
