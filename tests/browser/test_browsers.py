"""Where no browser can be had, the tests say so; where one is required, that is a failure."""

import pytest

from tests.browser.browsers import without


def test_without_a_browser_the_tests_are_skipped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_BROWSER_REQUIRED", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Chromium here"):
        without("no Chromium here")


def test_a_missing_browser_fails_where_one_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_BROWSER_REQUIRED", "1")
    with pytest.raises(pytest.fail.Exception, match="A browser is required: no Chromium here"):
        without("no Chromium here")
