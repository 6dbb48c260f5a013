"""Commands too long for a button, behind short keys that outlive restarts."""

import base64
import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import choice
from storage.upserts import upsert

KEY_BYTES = 12


class Choices:
    """Questions about stored commands."""

    def __init__(self, connection: AsyncConnection) -> None:
        """Take the connection of the transaction."""
        self._db = connection

    async def keep(self, command: str, now: datetime) -> str:
        """Store a command; gives its key of 16 letters, digits, `-` and `_`, always the same for the same command."""
        digest = hashlib.sha256(command.encode("utf-8", "replace")).digest()[:KEY_BYTES]
        key = base64.urlsafe_b64encode(digest).decode("ascii")
        kept = upsert(self._db, choice).values(key=key, command=command, kept_at=now)
        await self._db.execute(kept.on_conflict_do_update(index_elements=["key"], set_={"kept_at": now}))
        return key

    async def find(self, key: str) -> str | None:
        """Give the command of a key; None where there is none."""
        command: str | None = await self._db.scalar(select(choice.c.command).where(choice.c.key == key))
        return command
