"""`/delete`: asks once, then ends everything held about this chat."""

from diplomacy.briefing.pages import keeping
from handlers.contract import Reply, ReplyPlace, Request, Services

YES = "yes"


async def delete(request: Request, services: Services) -> Reply:
    """Delete everything held about the chat, once that was asked and said."""
    if request.words.strip().casefold() != YES:
        async with services.storage.reading() as store:
            held = await store.chats.get(request.chat) is not None
        return Reply(keeping.ask_delete(request.reader) if held else keeping.deleted(request.reader, held=False))
    async with services.storage.writing() as store:
        held = await store.chats.get(request.chat) is not None
        await store.chats.delete(request.chat)
    return Reply(keeping.deleted(request.reader, held=held), ReplyPlace.SAME_MESSAGE)
