"""A line of the table that `make bench` prints: what was done, what it took, what it should take."""

import asyncio
import os
import platform
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement beside its limit or its peer's figure of the same run."""

    work: str
    got: str
    goal: str
    met: bool | None
    """None where there was nothing to compare with."""

    def told(self) -> str:
        """The line as it is printed."""
        verdict = {True: "met", False: "NOT met", None: "no peer here"}[self.met]
        return f"| {self.work} | {self.got} | {self.goal} | {verdict} |"


def show(line: Line) -> None:
    """Print a line at once: long benchmarks are watched."""
    print(line.told(), flush=True)


def card() -> str:
    """What machine this is: a figure without it says nothing."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or "unknown processor",
    )
    memory = next(
        (int(line.split()[1]) / 2**20 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0.0
    )
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB; {platform.system()} {platform.release()}; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def dragoman() -> str:
    """The program, in the environment that runs this."""
    return str(Path(sys.executable).parent / "dragoman")


async def address_of(process: asyncio.subprocess.Process) -> str:
    """Read what a sandbox prints up to its page's address."""
    if process.stdout is None:
        raise ValueError("the sandbox was started without a pipe for what it prints")
    async for line in process.stdout:
        if line.startswith(b"http"):
            return line.decode().strip()
    raise RuntimeError("the sandbox did not start")


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
