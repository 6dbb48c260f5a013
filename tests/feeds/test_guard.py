"""The address guard: no feed leads into this machine, its network or its cloud, whatever its address is dressed as."""

import socket

import pytest
from aiohttp import web

from diplomacy.news import Health
from feeds.fetch import Fetched, Fetcher, FetchFailed
from feeds.guard import is_public
from tests.feeds.servers import BODY, HOST, NOW, a_due, serving

FORBIDDEN = [
    "0.0.0.0",  # noqa: S104 (judged, not bound to)
    "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "168.63.129.16",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1",
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:a00:1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
    "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2001:0:7f00:1::", "2001:db8::1", "3fff::1", "100::1",
    "2a00:1450::5efe:10.0.0.1", "no address at all",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2a00:1450:4001:80b::200e", "::ffff:8.8.8.8",
          "64:ff9b::8.8.8.8"]  # fmt: skip


@pytest.mark.parametrize("address", FORBIDDEN)
def test_no_feed_leads_there(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_open(address: str) -> None:
    assert is_public(address)


async def asked(url: str, answers: dict[str, list[str]] | None = None, **options: object) -> object:
    """Fetch an address where names resolve as told."""

    async def lookup(host: str) -> list[tuple[socket.AddressFamily, str]]:
        if host not in (answers or {}):
            raise OSError(f"{host}: no such name")
        return [(socket.AF_INET6 if ":" in address else socket.AF_INET, address) for address in (answers or {})[host]]

    fetcher = Fetcher(lookup=lookup, **options)  # type: ignore[arg-type]
    outcome = await fetcher.fetch(a_due(url), NOW)
    await fetcher.close()
    return outcome


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.0.0.1:8080/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://0.0.0.0/", "http://user@10.0.0.1/",
        "http://[fe80::1%25eth0]/", "https://192.168.0.1/", "ftp://93.184.216.34/", "file:///etc/passwd", "gopher://x/",
    ],
)  # fmt: skip
async def test_a_literal_address_is_judged_though_no_name_is_resolved(url: str) -> None:
    outcome = await asked(url)

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.FORBIDDEN_ADDRESS


@pytest.mark.parametrize("url", ["http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://0177.0.0.1/",
                                 "http://①②⑦.⓪.⓪.①/", "http://127.0.0.1./"])  # fmt: skip
async def test_odd_notations_of_an_address_reach_nothing(url: str) -> None:
    fetcher = Fetcher()
    outcome = await fetcher.fetch(a_due(url), NOW)
    await fetcher.close()

    assert isinstance(outcome, FetchFailed)


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["10.0.0.1", "8.8.8.8"], ["::1"], ["64:ff9b::7f00:1"]])
async def test_a_name_that_resolves_to_a_forbidden_address_is_refused(addresses: list[str]) -> None:
    outcome = await asked("http://innocent.example/feed", {"innocent.example": addresses})

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.FORBIDDEN_ADDRESS
    assert "innocent.example" in outcome.detail


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:{port}/", "http://[::1]:{port}/", "http://inside.example:{port}/"]
)
async def test_a_redirect_is_judged_like_the_first_address(target: str) -> None:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": target.format(port=server.port)})

    async with serving(handler) as server:
        outcome = await asked(f"http://{HOST}/", {"inside.example": ["127.0.0.1"]}, house_hosts=server.house)

        assert isinstance(outcome, FetchFailed)
        assert outcome.health is Health.FORBIDDEN_ADDRESS
        assert len(server.asked) == 1


async def test_no_outside_feed_redirects_into_the_house() -> None:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": f"http://{HOST}/"})

    async with serving(handler) as server:
        outcome = await asked("http://other.test/", house_hosts=server.house)

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.FORBIDDEN_ADDRESS


async def test_a_redirect_to_another_scheme_is_refused() -> None:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(status=301, headers={"Location": "file:///etc/passwd"})

    async with serving(handler) as server:
        outcome = await asked(f"http://{HOST}/", house_hosts=server.house)

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.FORBIDDEN_ADDRESS


async def test_private_feeds_are_read_where_the_operator_allows_it() -> None:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(body=BODY)

    async with serving(handler) as server:
        by_number = await asked(f"http://127.0.0.1:{server.port}/", allow_private=True)
        by_name = await asked(f"http://in.example:{server.port}/", {"in.example": ["127.0.0.1"]}, allow_private=True)

    assert isinstance(by_number, Fetched)
    assert isinstance(by_name, Fetched)


async def test_a_name_that_nobody_knows_is_unreachable() -> None:
    outcome = await asked("http://nowhere.example/feed")

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.UNREACHABLE


async def test_the_systems_own_name_service_is_guarded_too() -> None:
    fetcher = Fetcher()
    outcome = await fetcher.fetch(a_due("http://localhost:9/feed"), NOW)
    await fetcher.close()

    assert isinstance(outcome, FetchFailed)
    assert outcome.health is Health.FORBIDDEN_ADDRESS
