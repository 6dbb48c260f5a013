"""Who may not come in: pages from elsewhere that a browser was lured into sending here."""

from aiohttp import web

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def stranger(request: web.BaseRequest) -> web.Response | None:
    """Refuse a foreign Host (a name made to point here) and, for what changes things, a foreign Origin."""
    host = request.headers.get("Host", "")
    if not is_local(host):
        return web.Response(status=403, text="This server answers on this machine only; its Host is localhost.\n")
    origin = request.headers.get("Origin")
    if origin is not None and request.method not in ("GET", "HEAD") and origin != f"http://{host}":
        return web.Response(status=403, text="Another page asked for this; only the sandbox's own page may.\n")
    return None


def is_local(host: str) -> bool:
    """Whether a Host header names this machine."""
    name = host.lower()
    if not name.endswith("]"):
        name = name.rpartition(":")[0] or name if name.rpartition(":")[2].isdigit() else name
    return name in LOCAL or name.endswith(".localhost")
