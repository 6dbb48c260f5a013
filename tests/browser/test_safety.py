"""What a message may bring onto the page: Telegram's formatting, and nothing else."""

import pytest

from sandbox.server import Sandbox
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("bot")]

FORMATTED = """async (html) => {
  const { formatted } = await import("/formatting.js");
  const act = { command() {}, fill() {}, start() {} };
  const box = document.createElement("div");
  box.append(formatted(html, act, "dragoman_bot"));
  document.body.append(box);
  return box.innerHTML;
}"""
SPOILER = (
    '<span class="spoiler" role="button" tabindex="0" aria-label="Hidden words: press to show">'
    '<span class="spoiler-words">end</span></span>'
)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (
            "<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><ins>f</ins>",
            "<b>a</b><b>b</b><i>c</i><i>d</i><u>e</u><u>f</u>",
        ),
        ("<s>a</s><strike>b</strike><del>c</del>", "<s>a</s><s>b</s><s>c</s>"),
        ("<tg-spoiler>end</tg-spoiler>", SPOILER),
        ("a &lt;b&gt; &amp; c", "a &lt;b&gt; &amp; c"),
        ("<blockquote>q</blockquote>\nafter", '<blockquote><div class="quote-words">q</div></blockquote>after'),
        ("<pre>a  b</pre>", '<pre tabindex="0">a  b</pre>'),
    ],
)
async def test_telegrams_formatting_is_shown(sandbox: Sandbox, visit: Visit, told: str, shown: str) -> None:
    page = await visit(sandbox.origin)
    assert await page.evaluate(FORMATTED, told) == shown


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("<img src=x onerror=alert(1)>", ""),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<style>body{display:none}</style>", "body{display:none}"),
        ('<b onclick="alert(1)" style="position:fixed" id="log">a</b>', "<b>a</b>"),
        ('<a href="javascript:alert(1)">a</a>', "<span>a</span>"),
        ('<a href=" java\nscript:alert(1)">a</a>', "<span>a</span>"),
        ('<a href="data:text/html,x">a</a>', "<span>a</span>"),
        ("<svg><script>alert(1)</script><a href='javascript:1'>a</a></svg>", "alert(1)a"),
        ("<iframe srcdoc='<script>1</script>'></iframe><form><input></form>", ""),
        ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
    ],
)
async def test_anything_else_becomes_its_words(sandbox: Sandbox, visit: Visit, told: str, shown: str) -> None:
    page = await visit(sandbox.origin, calm=False)  # the policy of the page speaks up against some of these, too
    alerts: list[str] = []
    page.on("dialog", lambda dialog: alerts.append(dialog.message))
    assert await page.evaluate(FORMATTED, told) == shown
    assert alerts == []


async def test_words_of_people_are_never_markup(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin)
    text = "<b>& ></b> <img src=x onerror=alert(1)> &lt;"
    await page.get_by_label("Message", exact=True).fill(text)
    await page.get_by_role("button", name="Send").click()
    shown = page.get_by_role("article", name="You").locator(".words")
    await shown.wait_for()
    assert await shown.inner_text() == text


async def test_the_page_allows_itself_nothing_but_its_own_files(sandbox: Sandbox, visit: Visit) -> None:
    page = await visit(sandbox.origin, calm=False)
    refused = await page.evaluate(
        """async () => {
          const heard = new Promise((resolve) =>
            document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective)));
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.head.append(script);
          return [await heard, window.ran ?? false];
        }"""
    )
    assert refused == ["script-src-elem", False]
