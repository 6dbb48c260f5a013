"""Markup that Telegram cannot read."""


class BrokenMarkup(Exception):  # noqa: N818 -- named for what is wrong with the text
    """What follows `can't parse entities:` in Telegram's answer."""
