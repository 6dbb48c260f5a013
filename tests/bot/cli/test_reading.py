"""`dragoman read` and `dragoman reread` as they are called. The dealings in these tests are invented."""

import asyncio
import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import app
from storage.database import Storage
from tests.builders import a_reading, an_entry
from tests.storage.houses import with_feed, with_news

DEALINGS = ("Norway accused Estonia of spying.", "Kenya thanked Peru.", "Chile will visit Ghana.")


def called(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def lines(*texts: str, first: int = 1) -> str:
    return "".join(f"{json.dumps({'id': first + at, 'text': text})}\n" for at, text in enumerate(texts))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as collections come: files and packed files in folders, one line of them bad."""
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.jsonl").write_text(lines(*DEALINGS) + "nonsense\n\n", encoding="utf-8")
    packed = lines(*DEALINGS * 20, first=4).encode()
    (folder / "deep" / "b.jsonl.gz").write_bytes(gzip.compress(packed))
    (folder / "notes.txt").write_text("no news", encoding="utf-8")
    return folder


def test_a_folder_is_read_file_by_file_and_a_bad_line_is_answered_in_its_place(folder: Path) -> None:
    ended = called("read", folder)
    read = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.exit_code == 0
    assert [one.get("id") for one in read] == [1, 2, 3, None, *range(4, 64)]
    assert list(read[3]) == ["error"]
    assert read[4]["countries"][0]["code"] in {"NO", "EE"}


def test_workers_give_the_same_answers_in_the_same_order(folder: Path, tmp_path: Path) -> None:
    assert called("read", folder, "--out", tmp_path / "one.jsonl").exit_code == 0
    ended = called("read", folder, "--workers", "2", "--out", tmp_path / "two.jsonl")
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


def test_standard_input_is_read_as_bytes_whatever_they_are() -> None:
    first = b'\xef\xbb\xbf{"id": 1, "text": "Norway\xe2\x80\xa8thanked Peru"}\r\n'
    ended = called("read", stdin=first + b'{"id": 2, "text": "\xff\xfe"}\n\x00\xff\n')
    read = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [one.get("id") for one in read] == [1, 2, None]
    assert [one["code"] for one in read[0]["countries"]] == ["NO", "PE"]


def test_explaining_prints_the_report_and_writes_the_page_and_the_lines(folder: Path, tmp_path: Path) -> None:
    page, out = tmp_path / "page.html", tmp_path / "out.jsonl"
    ended = called("read", folder / "a.jsonl", "--explain", "--html", page, "--out", out)
    assert ended.exit_code == 0
    assert "[Norway|NO] accused [Estonia|EE] of spying." in ended.stdout
    assert "event 1   ACCUSE (verbal-conflict)  NO → EE  did" in ended.stdout
    assert "not JSON" in ended.stdout
    html = page.read_text(encoding="utf-8")
    assert html.endswith("</html>\n")
    assert html.count("<article") == 4
    assert out.read_text(encoding="utf-8") == called("read", folder / "a.jsonl").stdout


def test_what_holds_no_lines_or_is_cut_off_is_a_plain_end(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "holds no JSON lines" in called("read", tmp_path / "empty").output
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(lines(*DEALINGS * 99).encode())[:-20])
    ended = called("read", tmp_path / "cut.jsonl.gz")
    assert ended.exit_code == 2
    assert "cut.jsonl.gz can't be read to its end" in ended.output
    ended = called("read", tmp_path / "cut.jsonl.gz", "--out", tmp_path / "nowhere" / "out.jsonl")
    assert (ended.exit_code, type(ended.exception)) == (2, SystemExit)


def test_the_bar_on_a_terminal_takes_no_answer_with_it(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from bot.cli.program import main; main()", "read", str(folder)]
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True, timeout=60)  # noqa: S603 (our own program)
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert ended.stdout.count(b"\n") == 64
    assert b"Reading" in shown
    assert b'"countries"' not in shown


async def with_an_old_reading(url: str) -> None:
    storage = await Storage.open(url)
    feed = await with_feed(storage)
    await with_news(storage, feed, [(an_entry(DEALINGS[0]), a_reading(("KR", "TR")))])
    async with storage.writing() as store:
        await store.readings.forget(0, 9)
    await storage.close()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_rereading_says_how_many_say_something_else(tmp_path: Path, workers: str) -> None:
    url = f"sqlite:///{tmp_path / 'news.db'}"
    asyncio.run(with_an_old_reading(url))
    ended = called("reread", "--db", url, "--workers", workers)
    assert (ended.exit_code, ended.stdout) == (0, "Read again: 1 articles; 1 say something else than before.\n")
    ended = called("reread", "--db", url, "--all", "--workers", workers)
    assert ended.stdout == "Read again: 1 articles; 0 say something else than before.\n"


def test_a_file_that_is_read_is_never_written(folder: Path) -> None:
    asked = folder / "a.jsonl"
    before = asked.read_text(encoding="utf-8")
    for file in (asked, folder / "out.jsonl"):
        assert called("read", folder, "--out", file).exit_code != 0
    assert asked.read_text(encoding="utf-8") == before
