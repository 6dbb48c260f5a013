"""Files that passed through this Telegram, kept in memory as long as there is room."""

import hashlib
from collections import OrderedDict

from sandbox.world.messages import File

ROOM = 64 * 2**20
"""Bytes kept in all; the oldest files go first."""


class Files:
    """The files by id."""

    def __init__(self) -> None:
        """Start empty."""
        self._files: OrderedDict[str, File] = OrderedDict()
        self._size = 0
        self._count = 0

    def keep(self, name: str, kind: str, content: bytes) -> File:
        """Keep a file; its id is the same in every run that sends the same files in the same order."""
        self._count += 1
        digest = hashlib.sha256(content).hexdigest()[:16]
        file = File(f"f{self._count}-{digest}", name, kind, content)
        self._files[file.id] = file
        self._size += len(content)
        while self._size > ROOM and len(self._files) > 1:
            _, oldest = self._files.popitem(last=False)
            self._size -= len(oldest.content)
        return file

    def find(self, number: str) -> File | None:
        """Find a file by its id."""
        return self._files.get(number)
