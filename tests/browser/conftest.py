"""A browser, the sandbox with a scripted bot, and pages that are watched."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, async_playwright, expect

from sandbox.clock import HouseClock
from sandbox.newsroom.newsroom import Newsroom
from sandbox.server import Sandbox
from tests.browser.browsers import started
from tests.browser.script import ANSWERS, PRESSES
from tests.browser.scripted import ScriptedBot

TOKEN = "1:sandbox"
PATIENCE = 20_000
"""Milliseconds until what should be seen is given up: a busy machine is no mistake of the page."""
MORNING = datetime(2025, 11, 25, 8, tzinfo=UTC)

Visit = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        chromium = await started(playwright)
        expect.set_options(timeout=PATIENCE)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """The sandbox, live from a Tuesday morning; nothing walks its clock, so it jumps where it is sent."""
    clock = HouseClock(walked=False, real=lambda: MORNING)
    server = Sandbox(0, clock, Newsroom(clock), TOKEN)
    await server.start()
    yield server
    await server.close()


@pytest_asyncio.fixture(loop_scope="session")
async def bot(sandbox: Sandbox) -> AsyncIterator[ScriptedBot]:
    scripted = ScriptedBot(f"{sandbox.origin}/bot{TOKEN}", ANSWERS, PRESSES)
    await scripted.start()
    yield scripted
    await scripted.close()


@dataclass(slots=True)
class Visitor:
    """Opens pages, and keeps what they complain of and whom else they ask."""

    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def visit(
        self, origin: str, *, width: int = 1280, height: int = 800, dark: bool = False, calm: bool = True
    ) -> Page:
        """Open the page of a sandbox; one that is not `calm` may complain."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            timezone_id="Europe/Istanbul",
            reduced_motion="reduce",
            has_touch=True,
        )
        self.contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE)

        def said(message: ConsoleMessage) -> None:
            if calm and message.type in ("error", "warning"):
                self.complaints.append(f"console: {message.text}")

        def failed(error: Error) -> None:
            self.complaints.append(f"error: {error}")

        def asked(request: Request) -> None:
            if not request.url.startswith(f"{origin}/"):
                self.complaints.append(f"asked elsewhere: {request.url}")

        page.on("console", said)
        page.on("pageerror", failed)
        page.on("request", asked)
        await page.goto(f"{origin}/")
        await page.get_by_role("heading", name="Dragoman").wait_for()
        return page


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    """Open pages; afterwards no console may have complained and no other origin been asked."""
    visitor = Visitor(browser)
    yield visitor.visit
    for context in visitor.contexts:
        await context.close()
    assert visitor.complaints == []
