/** One message → one bubble: words, picture or file, hour, marks, buttons. */

import { buttonRows } from "./buttons.js";
import { el, icon } from "./dom.js";
import { formatted } from "./formatting.js";
import { authorName, isGroup, isMine, store } from "./store.js";
import { hour, whole } from "./times.js";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

/** The whole row of a message. `act` says what its words and buttons do when pressed. */
export function bubble(chat, message, act) {
  const mine = isMine(message, chat);
  const sent = new Date(message.date);
  const named = isGroup(chat) && !mine;
  const row = el("article", {
    class: [
      "row",
      mine ? "row-mine" : "row-theirs",
      named && "row-named",
      RIGHT_TO_LEFT.test(message.text) && "row-rtl",
    ]
      .filter(Boolean)
      .join(" "),
    "data-id": message.message_id,
    "data-from": message.from,
    "aria-label": `${mine ? "You" : authorName(message)}, ${hour(sent)}${message.edited ? ", edited" : ""}`,
  });
  // what one wrote oneself is not a row of buttons
  const words =
    message.html || message.text
      ? [text(message, mine ? null : act), meta(message, mine, sent)]
      : [meta(message, mine, sent)];
  const body = el(
    "div",
    { class: "bubble" },
    ...(named ? [avatar(authorName(message), message.from), name(message)] : []),
    answered(chat, message),
    ...file(message.file),
    ...words,
  );
  row.append(el("div", { class: "column" }, body, buttonRows(message, act)));
  return row;
}

export function avatar(who, from) {
  if (from === "bot") return el("img", { class: "avatar", src: "/icon.svg", alt: "", "aria-hidden": "true" });
  return el("span", { class: `avatar hue-${Math.abs(Number(from)) % 6}`, "aria-hidden": "true" }, initials(who));
}

const initials = (who) =>
  who
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();

function name(message) {
  const hue = message.from === "bot" ? "hue-bot" : `hue-${Math.abs(message.from) % 6}`;
  return el("p", { class: `author ${hue}`, dir: "auto" }, authorName(message));
}

/** The message it replies to, in a line that leads there. */
function answered(chat, message) {
  const other = chat.messages.get(message.reply_to);
  if (!other) return null;
  const go = () =>
    document.querySelector(`[data-id="${other.message_id}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" });
  const line = el(
    "span",
    { class: "reply-line", dir: "auto" },
    (other.text || other.file?.name || "").split("\n")[0].slice(0, 120),
  );
  return el("button", { type: "button", class: "reply", onclick: go }, el("b", {}, authorName(other)), line);
}

function text(message, act) {
  // without markup of its own the words are shown as they stand, never read as HTML
  const words = message.html ? formatted(message.html, act, store.bot.username) : message.text;
  return el("div", { class: "words", dir: "auto" }, words);
}

function file(told) {
  if (!told) return [];
  const open = { href: told.url, target: "_blank", rel: "noopener noreferrer" };
  if (PICTURE.test(told.type)) {
    return [el("a", { ...open, class: "picture" }, el("img", { src: told.url, alt: told.name || "Picture" }))];
  }
  const kind = told.name.includes(".") ? told.name.split(".").at(-1).toUpperCase().slice(0, 5) : "FILE";
  return [
    el(
      "a",
      { ...open, class: "file", download: told.name },
      el("span", { class: "file-mark" }, icon("file")),
      el("span", { class: "file-words" }, el("b", { dir: "auto" }, told.name), el("span", {}, `${kind} file · save`)),
    ),
  ];
}

function meta(message, mine, sent) {
  const silent = message.silent
    ? el(
        "span",
        { class: "silent", role: "img", "aria-label": "sent without sound", title: "Sent without sound" },
        icon("bell_off"),
      )
    : null;
  const edited = message.edited ? el("span", { class: "edited" }, "edited") : null;
  const clock = el("time", { datetime: sent.toISOString(), title: whole(sent) }, hour(sent));
  return el("p", { class: "meta" }, silent, edited, clock, mine ? icon("tick") : null);
}
