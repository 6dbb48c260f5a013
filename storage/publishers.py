"""Publishers are stored once and named by number."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from diplomacy.news import Publisher
from storage import schema
from storage.batches import batches
from storage.upserts import upsert

NAMED = select(schema.publisher).where(schema.publisher.c.name.in_(bindparam("names", expanding=True)))


async def publisher_ids(connection: AsyncConnection, publishers: Iterable[Publisher]) -> dict[Publisher, int]:
    """Give each publisher's number; those never seen get one."""
    asked = set(publishers)
    found = await _found(connection, asked)
    if missing := sorted(asked - found.keys(), key=lambda publisher: publisher.name):
        await connection.execute(
            upsert(connection, schema.publisher).on_conflict_do_nothing(), [_row(publisher) for publisher in missing]
        )
        found |= await _found(connection, missing)
    return found


async def _found(connection: AsyncConnection, publishers: Iterable[Publisher]) -> dict[Publisher, int]:
    """Look up those that are stored."""
    found: dict[Publisher, int] = {}
    for names in batches({publisher.name for publisher in publishers}):
        for row in await connection.execute(NAMED, {"names": names}):
            found[Publisher(row.name, row.family, row.country or None, row.kind, row.state_linked)] = row.id
    return {publisher: found[publisher] for publisher in publishers if publisher in found}


def _row(publisher: Publisher) -> dict[str, object]:
    """Write a publisher as a row."""
    return {
        "name": publisher.name,
        "family": publisher.family,
        "country": publisher.country or "",
        "kind": publisher.kind,
        "state_linked": publisher.state_linked,
    }
