"""The gazetteer: every name of every country."""


class Gazetteer:
    """All names, read once by `load()`."""
