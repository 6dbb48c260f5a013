"""Files that passed through: for the bot by its token, for the page by their id."""

from collections.abc import Callable
from urllib.parse import quote

from aiohttp import web

from sandbox.api.door import response
from sandbox.api.refusals import Refused
from sandbox.world.files import Files
from sandbox.world.messages import File

SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def bot_file(files: Files, knows: Callable[[str], bool], path: str) -> web.Response:
    """Answer `/file/bot<TOKEN>/<file_path>`; `path` is what follows `/file/bot`."""
    token, _, place = path.partition("/")
    if not knows(token):
        return response(Refused(401, "Unauthorized"))
    parts = place.split("/")
    file = files.find(parts[1]) if len(parts) > 1 else None
    if file is None or file.path != place:
        return response(Refused(404, "Not Found"))
    return web.Response(body=file.content, headers={"Content-Type": "application/octet-stream"})


def shown_file(files: Files, path: str) -> web.Response:
    """Answer `/sandbox/files/<id>/<name>`: pictures to be shown, everything else to be kept."""
    file = files.find(path.split("/")[3])
    if file is None:
        return web.Response(status=404, text="That file is gone.\n")
    return web.Response(body=file.content, headers=file_headers(file))


def file_headers(file: File) -> dict[str, str]:
    """Headers under which a file of a stranger can do nothing."""
    safe = file.type in SHOWN
    return {
        "Content-Type": file.type if safe else "application/octet-stream",
        "Content-Disposition": f"{'inline' if safe else 'attachment'}; filename*=UTF-8''{quote(file.name)}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
