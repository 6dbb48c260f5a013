"""`/export`: everything held about this chat, as a file."""

import json
from dataclasses import asdict

from diplomacy.briefing.pages import keeping
from handlers.contract import Attachment, Reply, Request, Services


async def export(request: Request, services: Services) -> Reply:
    """Give back everything held about the chat."""
    async with services.storage.reading() as store:
        held = await store.chats.export(request.chat)
    if held is None:
        return Reply(keeping.exported(request.reader, held=False))
    content = json.dumps(asdict(held), ensure_ascii=False, indent=1).encode()
    file = Attachment("dragoman-export.json", "application/json", content)
    return Reply(keeping.exported(request.reader, held=True), attachments=(file,))
