"""The newsroom: feeds that this machine serves to the house under a name of their own."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from sandbox.clock import HouseClock
from sandbox.newsroom.files import ServedFile
from sandbox.newsroom.replay import LEAD, TAIL, Replay, replay_of
from sandbox.newsroom.sample import SampleDesk, desk, sample_files
from sandbox.newsroom.served import Served, answer

HOST = "newsroom.localhost"
PREFIX = "/newsroom/"


class Newsroom:
    """Serves what it was told to serve; addresses stay the same whatever the port and in every run."""

    host = HOST
    """The name under which the house asks; the composition root tells it where that is."""

    def __init__(self, clock: HouseClock) -> None:
        """Start with nothing to serve."""
        self._clock = clock
        self._served: dict[str, Served] = {}
        self._replay: Replay | None = None

    def serve_file(self, path: Path) -> str:
        """Serve any file as it is; returns its address. Raises OSError where there is none."""
        found = path.resolve(strict=True)
        if not found.is_file():
            raise FileNotFoundError(f"{path} is no file.")
        folder = sha256(str(found).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return self._serve(f"files/{folder}/{found.name}", ServedFile(found))

    def serve_sample(self) -> tuple[SampleDesk, ...]:
        """Serve the sample week; returns its desks."""
        return tuple(desk(path, self._serve(f"sample/{path.name}", ServedFile(path))) for path in sample_files())

    def serve_replay(self, paths: Sequence[Path], start: datetime | None = None) -> str:
        """Serve files as one feed that grows with the clock; returns its address.

        The clock stands at `start` from now on, by default one hour before the first item. Raises NoFeed or OSError.
        """
        self._replay = replay_of(paths)
        self._clock.replay(start or self._replay.first - LEAD, self._replay.last + TAIL)
        return self._serve(f"replay/{paths[0].name}", self._replay)

    def next_item_at(self, now: datetime) -> datetime | None:
        """When the replay shows its next item; None where nothing more comes."""
        return self._replay.next_item_at(now) if self._replay is not None else None

    def is_asked(self, request: web.BaseRequest) -> bool:
        """Whether a request is for the newsroom."""
        return request.path.startswith(PREFIX) or request.host.partition(":")[0].lower() == HOST

    def answer(self, request: web.BaseRequest) -> web.Response:
        """Answer with a feed."""
        if request.method not in ("GET", "HEAD"):
            return web.Response(status=405, text="The newsroom only serves.\n", headers={"Allow": "GET, HEAD"})
        served = self._served.get(request.path.removeprefix(PREFIX).lstrip("/"))
        if served is None:
            return web.Response(status=404, text="The newsroom has no such feed.\n")
        return answer(served, request, self._clock.now())

    def _serve(self, place: str, served: Served) -> str:
        self._served[place] = served
        return address(place)


def address(place: str) -> str:
    """The address of a place in the newsroom."""
    return f"http://{HOST}/{quote(place)}"
