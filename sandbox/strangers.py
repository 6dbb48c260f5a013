"""Who may not come in: pages from elsewhere that a browser was lured into sending here."""

from aiohttp import web

OWN_SITE, NOBODYS = "same-origin", "none"
"""What a browser says of a request that our own page makes, and of an address typed into it."""
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def stranger(request: web.BaseRequest) -> web.Response | None:
    """Refuse a foreign Host (a name made to point here) and, for what may change things, another site's page.

    The Bot API takes each call as a GET too, which a picture on any page could be; a browser tells where it comes from.
    """
    host = request.headers.get("Host", "")
    if not is_local(host):
        return web.Response(status=403, text="This server answers on this machine only; its Host is localhost.\n")
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", OWN_SITE)
    looks_only = request.method in ("GET", "HEAD") and not request.path.startswith("/bot")
    if not looks_only and (origin not in {None, f"http://{host}"} or site not in {OWN_SITE, NOBODYS}):
        return web.Response(status=403, text="Another page asked for this; only the sandbox's own page may.\n")
    return None


def is_local(host: str) -> bool:
    """Whether a Host header names this machine."""
    name = host.lower()
    if not name.endswith("]"):
        name = name.rpartition(":")[0] or name if name.rpartition(":")[2].isdigit() else name
    return name in LOCAL or name.endswith(".localhost")
