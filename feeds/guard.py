"""The address guard: which machines a feed's address may lead to.

A feed may name any host, and a host's name may resolve to anything, so the address itself is judged, after the name
was resolved and just before the connection is made. Networks are written out from IANA's special-purpose registries,
so that the verdict does not change with the version of Python.
"""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import AddrInfoType
from yarl import URL

MAX_LOOKUPS = 32
"""Names looked up at the same time; a slow name server must not hold up every feed."""

FORBIDDEN_V4 = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network, unspecified
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # metadata of a large cloud, at a public-looking address
        "169.254.0.0/16",  # link-local, metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
GLOBAL_V6 = ip_network("2000::/3")
FORBIDDEN_V6 = tuple(
    ip_network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "3fff::/20",  # documentation
    )
)
NAT64 = ip_network("64:ff9b::/96")
ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""What stands before the IPv4 address in an ISATAP interface identifier."""

Lookup = Callable[[str], Awaitable[list[tuple[socket.AddressFamily, str]]]]
"""A host's name in, its addresses out; raises OSError where it has none."""


class ForbiddenAddressError(OSError):
    """The address leads to a place that no feed may point to."""


def is_public(address: str) -> bool:
    """Tell whether an address (IPv4 or IPv6, as text) lies in the public internet, whatever it is dressed as."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _public_v4(ip) if isinstance(ip, IPv4Address) else _public_v6(ip)


def _public_v4(ip: IPv4Address) -> bool:
    return not any(ip in network for network in FORBIDDEN_V4)


def _public_v6(ip: IPv6Address) -> bool:
    if ip.ipv4_mapped is not None:
        return _public_v4(ip.ipv4_mapped)
    inner = IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip in NAT64:
        return _public_v4(inner)
    if (int(ip) >> 32) & 0xFFFFFFFF in ISATAP and not _public_v4(inner):
        return False
    return ip in GLOBAL_V6 and not any(ip in network for network in FORBIDDEN_V6)


class Guard:
    """Judges every address on the way to a feed.

    `house_hosts` are names that the composition root answers for itself: each leads to the given address and port,
    whatever port the URL names. `allow_private` lets everything through. `lookup` replaces the system's name service.
    """

    def __init__(
        self,
        house_hosts: Mapping[str, tuple[str, int]] | None = None,
        *,
        allow_private: bool = False,
        lookup: Lookup | None = None,
    ) -> None:
        self._house = dict(house_hosts or {})
        self._allow_private = allow_private
        self.resolver = _Resolver(self._house, self._refuse, lookup or _SystemLookup())

    def check_url(self, url: URL, start: URL) -> None:
        """Raise ForbiddenAddressError where a URL on the way that began at `start` may not be asked.

        Literal addresses never reach a resolver, so they are judged here. A house host is for its own feeds only: no
        outside feed may redirect into the house.
        """
        if url.scheme not in {"http", "https"}:
            raise ForbiddenAddressError(
                f"only http and https are read, not {url.scheme or 'an address without a scheme'}"
            )
        host = url.host
        if not host:
            raise ForbiddenAddressError("the address names no host")
        if host in self._house:
            if start.host != host:
                raise ForbiddenAddressError(f"{host} is reached by its own feeds only")
        elif _is_literal(host):
            self._refuse(host, host)

    def make_socket(self, info: AddrInfoType) -> socket.socket:
        """Open the socket for a connection: the last word, after resolution, on every address."""
        family, kind, protocol, _, address = info
        if (str(address[0]), int(address[1])) not in self._house.values():
            self._refuse(str(address[0]), str(address[0]))
        return socket.socket(family, kind, protocol)

    def _refuse(self, host: str, address: str) -> None:
        if not self._allow_private and not is_public(address):
            told = host if host == address else f"{host} ({address})"
            raise ForbiddenAddressError(f"{told} is no public address")


def _is_literal(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


class _Resolver(AbstractResolver):
    """Resolves names for the connector; an answer with one forbidden address among good ones is refused whole."""

    def __init__(
        self, house: Mapping[str, tuple[str, int]], refuse: Callable[[str, str], None], lookup: Lookup
    ) -> None:
        self._house = house
        self._refuse = refuse
        self._lookup = lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Give a host's addresses, each judged; raises OSError."""
        if host in self._house:
            address, port = self._house[host]
            return [_result(host, address, port, socket.AF_INET6 if ":" in address else socket.AF_INET)]
        found = [(kind, address) for kind, address in await self._lookup(host) if family in {socket.AF_UNSPEC, kind}]
        for _, address in found:
            self._refuse(host, address)
        return [_result(host, address, port, kind) for kind, address in found]

    async def close(self) -> None:
        """Nothing is held open."""


def _result(host: str, address: str, port: int, family: socket.AddressFamily) -> ResolveResult:
    return ResolveResult(
        hostname=host, host=address, port=port, family=family, proto=socket.IPPROTO_TCP, flags=socket.AI_NUMERICHOST
    )


class _SystemLookup:
    """The system's name service, asked in daemon threads: a name server that never answers can't hold up the exit."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(MAX_LOOKUPS)

    async def __call__(self, host: str) -> list[tuple[socket.AddressFamily, str]]:
        async with self._free:
            answer: asyncio.Future[list[tuple[socket.AddressFamily, str]]] = asyncio.get_running_loop().create_future()
            threading.Thread(target=_look_up, args=(host, answer), name=f"look up {host}", daemon=True).start()
            return await answer


def _look_up(host: str, answer: asyncio.Future[list[tuple[socket.AddressFamily, str]]]) -> None:
    found: list[tuple[socket.AddressFamily, str]] = []
    problem: OSError | UnicodeError | None = None
    try:
        found = list(_addresses(host))
    except (OSError, UnicodeError) as error:
        problem = error

    def tell() -> None:
        if answer.done():
            return
        if problem is None:
            answer.set_result(found)
        else:
            answer.set_exception(OSError(f"{host}: {problem}"))

    loop = answer.get_loop()
    if not loop.is_closed():
        loop.call_soon_threadsafe(tell)


def _addresses(host: str) -> Iterator[tuple[socket.AddressFamily, str]]:
    for family, _, _, _, address in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM):
        if family in {socket.AF_INET, socket.AF_INET6}:
            yield family, str(address[0])
