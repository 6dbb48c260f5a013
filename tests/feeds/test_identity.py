"""Identity: one item keeps its name whatever its text; two items never share one."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.identity import Marks, canonical, content_hash, identities
from tests.feeds.documents import an_item, read, rss


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_an_identity_is_the_hash_of_the_guid_else_of_the_link_else_of_title_and_date() -> None:
    link = "https://www.x.example/a/?utm_source=rss&id=7#top"
    marks = [Marks("tag:1", link, "T", "D"), Marks("", link, "T", "D"), Marks("", "", "T", "D")]

    assert identities(marks) == (sha("tag:1"), sha("//x.example/a?id=7"), sha("T\nD"))


def test_a_guid_that_stands_twice_in_a_document_gets_its_link_added() -> None:
    twice = [Marks("same", "https://x.example/1", "A", ""), Marks("same", "https://x.example/2", "B", "")]

    assert len(set(identities(twice))) == 2
    assert identities(twice[:1]) == (sha("same"),)


def test_the_same_item_listed_twice_is_one_entry() -> None:
    item = an_item("Once", guid="g", link="https://x.example/1")

    assert len(read(rss(item, item)).entries) == 1


def test_another_text_under_the_same_guid_is_the_same_item() -> None:
    (before,) = read(rss(an_item("Ten dead", guid="g"))).entries
    (after,) = read(rss(an_item("Twelve dead", guid="g"))).entries

    assert before.identity == after.identity
    assert content_hash(before.title, before.text) != content_hash(after.title, after.text)


@pytest.mark.parametrize(
    "same",
    [
        "http://x.example/a",
        "https://www.x.example/a/",
        "HTTPS://X.example:443/a#b",
        "https://x.example/a?fbclid=1&utm_medium=x",
    ],
)
def test_a_link_is_compared_without_what_does_not_change_the_page(same: str) -> None:
    assert canonical(same) == canonical("https://x.example/a")


def test_a_link_that_leads_elsewhere_is_another() -> None:
    others = {"https://x.example/b", "https://x.example/a?id=1", "https://y.example/a", "https://x.example:8443/a"}

    assert len({canonical(link) for link in others | {"https://x.example/a"}}) == 5


@given(st.text())
def test_no_link_is_too_odd_to_be_compared(link: str) -> None:
    assert canonical(canonical(link)) == canonical(canonical(canonical(link)))
