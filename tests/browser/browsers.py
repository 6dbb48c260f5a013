"""Where a browser is found on this machine, and how it is started."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.async_api import Browser, Error, Playwright

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")


def installed(playwright: Playwright) -> str | None:
    """The path of Debian's Chromium, else of Playwright's own, else None."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    return found or (own if Path(own).exists() else None)


async def started(playwright: Playwright) -> Browser:
    """A running browser; where none can be had the test is skipped, or fails if a browser is required."""
    path = installed(playwright)
    if path is None:
        without("no Chromium on this machine (apt install chromium)")
    try:
        return await playwright.chromium.launch(executable_path=path, args=list(FLAGS))
    except Error as problem:
        without(f"Chromium does not start: {problem.message.splitlines()[0]}")


def without(reason: str) -> NoReturn:
    """Skip, saying why; where `DRAGOMAN_BROWSER_REQUIRED` is 1, fail."""
    if os.environ.get("DRAGOMAN_BROWSER_REQUIRED") == "1":
        pytest.fail(f"A browser is required: {reason}", pytrace=False)
    pytest.skip(reason)
