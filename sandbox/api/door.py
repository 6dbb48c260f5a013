"""The door of the Bot API: token, faults, method, answer, log."""

import asyncio
import hmac
import logging
import time
from collections.abc import Awaitable
from http import HTTPStatus
from typing import Final

from aiohttp import web

from sandbox.api.faults import Fault, Faults
from sandbox.api.log import Line, Log
from sandbox.api.methods import SERVED
from sandbox.api.parameters import TABLE, read_call
from sandbox.api.reading import Raw, raw_parameters
from sandbox.api.refusals import Refused, too_many
from sandbox.api.telegram import Telegram
from sandbox.wire import Json, in_bytes

PHRASES = {status.value: status.phrase for status in HTTPStatus}
log = logging.getLogger(__name__)
JSON: Final = {"Content-Type": "application/json"}


class Door:
    """Takes requests under `/bot<TOKEN>/`."""

    def __init__(self, telegram: Telegram, token: str, log: Log, faults: Faults) -> None:
        """Stand before this Telegram; whoever has the token may come in."""
        self._telegram = telegram
        self._token = token.encode()
        self._log = log
        self._faults = faults
        self.under_way = 0
        """Calls being carried out, getUpdates left out."""

    def knows(self, token: str) -> bool:
        """Whether this is the bot's token."""
        return hmac.compare_digest(token.encode("utf-8", "surrogatepass"), self._token)

    async def answer(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        """Answer `/bot<TOKEN>/METHOD`; `path` is what follows `/bot`."""
        token, _, method = path.partition("/")
        if not self.knows(token):
            refused = Refused(401, "Unauthorized") if ":" in token else Refused(404, "Not Found")
            return response(refused)
        known = TABLE.get(method.lower())
        name = known[0] if known else method[:64]
        if name == "getUpdates":
            return await self._carried_out(request, name, None)
        self.under_way += 1
        try:
            return await self._carried_out(request, name, self._faults.hit())
        finally:
            self.under_way -= 1

    async def _carried_out(self, request: web.BaseRequest, name: str, fault: Fault | None) -> web.StreamResponse:
        started = time.perf_counter()
        chat: int | None = None
        outcome: Refused | bytes
        try:
            raw, files = await raw_parameters(request)
            chat = chat_in(raw)
            if fault is not None:
                await misbehave(fault)
            outcome = await self._result(name, (raw, files))
        except Refused as refused:
            outcome = refused
        except Exception:
            log.exception("the sandbox failed at %s", name)
            outcome = Refused(500, "Internal Server Error")
        dropped = fault is not None and fault.drop
        said = "dropped" if dropped else outcome.description if isinstance(outcome, Refused) else "ok"
        line = Line(self._telegram.world.clock.now(), name, chat, said, time.perf_counter() - started)
        self._log.add(line)
        if dropped and request.transport is not None:
            request.transport.abort()
        return response(outcome)

    async def _result(self, name: str, raw: Raw) -> bytes:
        call = read_call(name, *raw)
        served = SERVED.get(call.method)
        if served is None:
            raise Refused(501, f"Not Implemented: the sandbox knows {call.method} but does not serve it")
        result = served(self._telegram, call)
        if isinstance(result, Awaitable):
            result = await result
        return in_bytes(result)


async def misbehave(fault: Fault) -> None:
    """Be as slow as the fault says, and refuse where it says so."""
    if fault.delay:
        await asyncio.sleep(fault.delay)
    if fault.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise too_many(1)
    if fault.status:
        raise Refused(fault.status, PHRASES.get(fault.status, "Error"))


def chat_in(raw: object) -> int | None:
    """The chat a call names, for the log."""
    value = raw.get("chat_id") if isinstance(raw, dict) else None
    try:
        return int(value) if isinstance(value, int | str) else None
    except ValueError:
        return None


def response(outcome: Refused | bytes) -> web.Response:
    """Write an outcome as Telegram does."""
    if isinstance(outcome, bytes):
        return web.Response(body=b'{"ok":true,"result":' + outcome + b"}", headers=JSON)
    told: dict[str, Json] = {"ok": False, "error_code": outcome.code, "description": outcome.description}
    if outcome.parameters is not None:
        told["parameters"] = outcome.parameters
    return web.Response(status=outcome.code, body=in_bytes(told), headers=JSON)
