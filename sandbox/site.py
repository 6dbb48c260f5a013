"""The page: files of `sandbox/page/`, to this machine's browser and with no way out of it."""

import re
from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent / "page"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}
NAME = re.compile(r"[A-Za-z0-9_-]{1,60}\.[a-z0-9]{1,20}", re.ASCII)
"""Names of files that lie in the page's folder itself; no other character ever reaches the file system."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def page_file(request: web.BaseRequest) -> web.Response:
    """Answer `/` and `/name.css` and the like; nothing outside the page's folder."""
    if request.method not in ("GET", "HEAD"):
        return web.Response(status=405, text="Only GET.\n", headers={**HEADERS, "Allow": "GET, HEAD"})
    name = request.path.removeprefix("/") or "index.html"
    wanted = PAGE / name
    kind = TYPES.get(wanted.suffix) if NAME.fullmatch(name) else None
    if kind is None or not wanted.is_file():
        return web.Response(status=404, text="There is no such page here.\n", headers=HEADERS)
    return web.Response(body=wanted.read_bytes(), headers={**HEADERS, "Content-Type": kind})
