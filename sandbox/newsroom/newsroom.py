"""The newsroom: feeds that this machine serves to the house under a name of their own."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aiohttp import web

from sandbox.clock import HouseClock

HOST = "newsroom.localhost"
PREFIX = "/newsroom/"


class Newsroom:
    """Serves what it was told to; addresses stay the same whatever the port."""

    def __init__(self, clock: HouseClock) -> None:
        """Start with nothing to serve."""
        self.clock = clock

    def is_asked(self, request: web.BaseRequest) -> bool:
        """Whether a request is for the newsroom."""
        return request.host.partition(":")[0].lower() == HOST or request.path.startswith(PREFIX)

    def answer(self, request: web.BaseRequest) -> web.Response:
        """Answer with a feed."""
        return web.Response(status=404)
