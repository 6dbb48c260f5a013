"""`/help`: what works, in the order of the table of commands."""

from collections.abc import Callable, Sequence

from diplomacy.briefing.pages import house
from handlers.contract import Command, Handler, Reply, Request, Services


def help_for(commands: Callable[[], Sequence[Command]]) -> Handler:
    """Make the handler that names these commands; the table itself holds it, hence a callable."""

    async def help_(request: Request, services: Services) -> Reply:
        """Name what works for the one who asks; commands of operators are named to operators alone."""
        operator = request.person in services.operators
        named = [one.name for one in commands() if (operator if one.operators_only else one.listed)]
        return Reply(house.help_page(named, request.reader))

    return help_
