"""The webhook: updates carried to the bot's own address, again and again until it takes them."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

import aiohttp

from sandbox.api.refusals import bad
from sandbox.api.updates import Updates
from sandbox.clock import HouseClock
from sandbox.wire import Json, in_bytes

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.25, 10.0
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
PATIENCE = aiohttp.ClientTimeout(total=60)


@dataclass(frozen=True, slots=True)
class Address:
    """Where updates go, and the word by which the bot knows that they come from here."""

    url: str
    secret: str
    connections: int


class Webhook:
    """Carries updates one by one in their order; a bot that fails is asked again after a growing pause."""

    def __init__(self, updates: Updates, clock: HouseClock) -> None:
        """Start without an address."""
        self._updates = updates
        self._clock = clock
        self._carrying: asyncio.Task[None] | None = None
        self.address: Address | None = None
        self.last_error = ""
        self.last_error_at: datetime | None = None

    async def point(self, address: Address | None) -> None:
        """Carry updates to this address from now on, or nowhere."""
        await self.close()
        self.address, self.last_error, self.last_error_at = address, "", None
        if address is not None:
            self._updates.terminate("terminated by setWebhook request")
            self._carrying = asyncio.create_task(self._carry(address), name="sandbox webhook")

    async def close(self) -> None:
        """Stop carrying."""
        if self._carrying is not None:
            self._carrying.cancel()
            await asyncio.gather(self._carrying, return_exceptions=True)
            self._carrying = None

    def told(self) -> dict[str, Json]:
        """Tell it as a `WebhookInfo` of the Bot API."""
        told: dict[str, Json] = {
            "url": self.address.url if self.address else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.last_error_at is not None:
            told["last_error_date"] = int(self.last_error_at.timestamp())
            told["last_error_message"] = self.last_error
        if self.address is not None:
            told["max_connections"] = self.address.connections
        if self._updates.allowed:
            told["allowed_updates"] = list(self._updates.allowed)
        return told

    async def _carry(self, address: Address) -> None:
        headers = {"Content-Type": "application/json"}
        if address.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = address.secret
        pause = FIRST_PAUSE_S
        async with aiohttp.ClientSession(timeout=PATIENCE, headers=headers) as session:
            while True:
                self._updates.arrived.clear()
                first = self._updates.first()
                if first is None:
                    await self._updates.arrived.wait()
                    continue
                number, update = first
                if error := await self._hand_over(session, address.url, in_bytes(update)):
                    self.last_error, self.last_error_at = error, self._clock.now()
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE_S)
                else:
                    self._updates.confirm(number + 1)
                    pause = FIRST_PAUSE_S

    async def _hand_over(self, session: aiohttp.ClientSession, url: str, body: bytes) -> str:
        """Post one update; returns what went wrong, empty when the bot took it."""
        try:
            async with session.post(url, data=body, allow_redirects=False) as response:
                if response.ok:
                    return ""
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return f"Connection failed: {type(error).__name__}"


def checked(url: str, secret: str, connections: int, kinds: Sequence[Json]) -> Address:
    """Check what setWebhook was given; this Telegram carries updates to this machine only. Raises Refused."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not on_this_machine(parts.hostname):
        raise bad("bad webhook: the sandbox delivers to this machine only (localhost, 127.0.0.1)")
    if SECRET.fullmatch(secret) is None:
        raise bad("secret token contains unallowed characters")
    if not all(isinstance(kind, str) for kind in kinds):
        raise bad("can't parse allowed_updates: expected an Array of String")
    return Address(url, secret, connections)


def on_this_machine(host: str) -> bool:
    """Whether a host is loopback, said as a name or as an address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
