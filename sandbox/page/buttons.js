/** The buttons under a message: press, open, copy, share. */

import { copy, el, icon } from "./dom.js";

/** Rows of buttons, or nothing. */
export function buttonRows(message, act) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) =>
    el("div", { class: "button-row" }, ...row.map((told) => button(message, told, act))),
  );
  return el("div", { class: "buttons", role: "group", "aria-label": "Choices" }, ...rows);
}

function button(message, told, act) {
  const words = el("span", { dir: "auto" }, told.text);
  if (told.url)
    return el(
      "a",
      { class: "choice", href: told.url, target: "_blank", rel: "noopener noreferrer" },
      words,
      icon("out"),
    );
  const copied = typeof told.copy_text === "object" ? told.copy_text?.text : told.copy_text;
  if (copied !== undefined)
    return el(
      "button",
      { type: "button", class: "choice", title: copied, onclick: () => copy(copied) },
      words,
      icon("copy"),
    );
  if (told.switch_inline_query !== undefined) {
    return el(
      "button",
      { type: "button", class: "choice", onclick: () => act.inline(told.switch_inline_query) },
      words,
      icon("share"),
    );
  }
  return el(
    "button",
    {
      type: "button",
      class: "choice",
      "data-press": told.data ?? "",
      onclick: ({ currentTarget }) => press(currentTarget, message, told, act),
    },
    words,
  );
}

const LONGEST_WAIT = 10_000;

/** Show that the press is on its way until the bot has answered it, or is taking too long. */
async function press(pressed, message, told, act) {
  if (pressed.getAttribute("aria-busy") === "true") return;
  pressed.setAttribute("aria-busy", "true");
  const done = () => pressed.removeAttribute("aria-busy");
  setTimeout(done, LONGEST_WAIT);
  if (!(await act.press(message, told.data))) done();
}

/** The bot has answered a press in this chat: nothing turns any more. */
export function settle(root) {
  for (const waiting of root.querySelectorAll('.choice[aria-busy="true"]')) waiting.removeAttribute("aria-busy");
}
