"""Addresses as Telegram keeps them."""

import re

PERSON_LINK = re.compile(r"tg:(?://)?user\?id=([0-9]{1,18})(?![0-9])", re.IGNORECASE)
SCHEME = re.compile(r"(?:https?|tg|ton|tonsite|ftp)://", re.IGNORECASE)
DOMAIN = re.compile(r"(?:(?:[\w-]+\.)+\w{2,}|localhost)(?::\d+)?(?:[/?#]\S*)?\Z")
PATH = re.compile(r"[/?#]")


def checked_link(address: str) -> str:
    """The address as Telegram keeps it; empty where it is none, in which case the link is dropped."""
    address = address.strip()
    found = SCHEME.match(address)
    if found is None:
        if DOMAIN.match(address) is None:
            return ""
        return f"http://{address}" + ("" if PATH.search(address) else "/")
    rest = address[found.end() :]
    if not rest or " " in rest or "\n" in rest or "\t" in rest:
        return ""
    scheme = found[0].lower()
    if PATH.search(rest) is None and scheme.startswith(("http", "ftp")):
        rest += "/"
    return scheme + rest
