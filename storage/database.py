"""The door to the database."""


class Storage:
    """An open database."""
