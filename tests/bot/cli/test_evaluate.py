"""The table of measures as pages hold it."""

import pytest
import typer

from bot.cli.evaluate import as_markdown, with_table

PAGE = "before\n<!-- measures -->\nold\n<!-- end of measures -->\nbehind\n"


def test_a_page_gets_the_new_table_between_its_marks_and_keeps_the_rest() -> None:
    table = as_markdown([("pair first", "relations", "3", "0.500", "0.100-0.900", "-")])
    assert with_table(PAGE, table) == (
        "before\n<!-- measures -->\n"
        "| measure | set | n | value | 95 % | baseline |\n| --- | --- | --- | --- | --- | --- |\n"
        "| pair first | relations | 3 | 0.500 | 0.100-0.900 | - |\n"
        "<!-- end of measures -->\nbehind\n"
    )


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(typer.BadParameter, match="no lines"):
        with_table("a page\n", "a table")
