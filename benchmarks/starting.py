"""`dragoman sandbox` from a cold start: seconds to the first answer, and memory after the sample week.

    python -m benchmarks.starting

The answer is what `/relations turkey korea` brings in the sandbox, asked as soon as the page's address is printed.
"""

import asyncio
import tempfile
import time
from pathlib import Path

import aiohttp

from benchmarks.lines import Line, address_of, dragoman, show

CHAT = 1001
LONGEST_START = 2.5
MOST_MEMORY, MOST_WORKER_MEMORY = 220, 120
"""MiB of resident memory."""


async def started() -> tuple[float, float, list[float]]:
    """Start once; seconds to the first answer, MiB of the house, MiB of each worker."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "feeds.csv"
        empty.write_text("name,url,country,language,kind,state_linked,default_on\nNone,http://127.0.0.1:9/,,,,no,yes\n")
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            dragoman(), "sandbox", "--port", "0",
            cwd=folder, env={"FEEDS": str(empty), "PATH": "/usr/bin:/bin"}, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            seconds = await first_answer(await address_of(process), began)
            workers = [memory(pid) for pid in children(process.pid)]
            return seconds, memory(process.pid), workers
        finally:
            process.terminate()
            await process.wait()


async def first_answer(origin: str, began: float) -> float:
    """Ask, and wait until the answer stands in the chat."""
    chat = f"{origin}/sandbox/chats/{CHAT}/messages"
    async with aiohttp.ClientSession() as person:
        await person.post(chat, json={"text": "/relations turkey korea"})
        while True:
            async with person.get(chat) as answer:
                if any(message["from"] == "bot" for message in await answer.json()):
                    return time.perf_counter() - began
            await asyncio.sleep(0.005)


def memory(pid: int) -> float:
    """Resident MiB of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")  # a worker is the child of the thread that started it
    return [int(child) for task in tasks for child in task.read_text().split()]


def main() -> None:
    """Start five times and print the median and the largest memory."""
    runs = [asyncio.run(started()) for _ in range(5)]
    seconds = sorted(run[0] for run in runs)[len(runs) // 2]
    house = max(run[1] for run in runs)
    worker = max(size for run in runs for size in run[2])
    show(
        Line("start to first answer, median of 5", f"{seconds:.2f} s", f"≤ {LONGEST_START} s", seconds <= LONGEST_START)
    )
    show(
        Line(
            "memory after the sample week: house; largest worker",
            f"{house:.0f} MB; {worker:.0f} MB",
            f"≤ {MOST_MEMORY} MB; ≤ {MOST_WORKER_MEMORY} MB",
            house <= MOST_MEMORY and worker <= MOST_WORKER_MEMORY,
        )
    )


if __name__ == "__main__":
    main()
