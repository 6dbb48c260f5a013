/** The messages of the open chat: days, groups, unread marks, edits in place, and where the eye should be. */

import { bubble } from "./bubble.js";
import { settle } from "./buttons.js";
import { byId, el, icon } from "./dom.js";
import { now } from "./house.js";
import { isMine, markRead, on, openChat, store } from "./store.js";
import { dayLine, sameDay, wholeDay } from "./times.js";
import { welcome } from "./welcome.js";

const NEAR = 80;
const ONE_BREATH = 10 * 60_000;

/** Draw the log and keep it; `act` says what words and buttons do. */
export function showLog(act) {
  const log = byId("log");
  const toEnd = byId("to-end");
  toEnd.append(icon("down"), el("span", { class: "count", id: "to-end-count" }));
  toEnd.addEventListener("click", () => scroll(log, log.scrollHeight));
  log.addEventListener("scroll", () => atEnd(log, toEnd), { passive: true });
  ["wheel", "touchmove", "keydown"].forEach((kind) =>
    log.addEventListener(kind, () => (awaiting = false), { passive: true }),
  );
  new ResizeObserver(() => atEnd(log, toEnd)).observe(log);
  document.addEventListener("visibilitychange", () => atEnd(log, toEnd));
  on("opened", (chat) => {
    draw(log, chat, act);
    log.scrollTop = log.scrollHeight;
    unreadLine(log)?.scrollIntoView({ block: "start" });
    atEnd(log, toEnd);
  });
  on("message", ({ chat, message, known }) => {
    if (chat.id !== store.open) return;
    if (known) replace(log, chat, message, act);
    else add(log, chat, message, act);
    atEnd(log, toEnd);
  });
  on("removed", ({ chat }) => chat?.id === store.open && redraw(log, chat, act));
  on("bot", () => log.querySelector(".welcome")?.replaceWith(welcome(openChat())));
  on("pressed", ({ chat }) => chat === store.open && settle(log));
}

/** Whether a new message of this chat would be before somebody's eyes. */
export const isSeen = (chatId) => onScreen(chatId) && near(byId("log"));

const onScreen = (chatId) => chatId === store.open && !document.hidden && document.body.dataset.view === "chat";

const near = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
const unreadLine = (log) => log.querySelector(".unread-line");

function scroll(log, top) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  log.scrollTo({ top, behavior: calm ? "instant" : "smooth" });
}

function draw(log, chat, act) {
  log.setAttribute("aria-busy", "true"); // a chat that opens is not read out from its beginning
  log.replaceChildren();
  if (!chat.messages.size) log.append(welcome(chat));
  let before = null;
  for (const message of chat.messages.values()) before = append(log, chat, message, before, act);
  log.removeAttribute("aria-busy");
}

function redraw(log, chat, act) {
  const top = log.scrollTop;
  draw(log, chat, act);
  log.scrollTop = top;
}

/** Put one message at the end, with what has to stand before it. */
function append(log, chat, message, before, act) {
  const sent = new Date(message.date);
  if (!before || !sameDay(sent, new Date(before.date))) {
    log.append(el("p", { class: "day-line", title: wholeDay(sent) }, el("span", {}, dayLine(sent, now()))));
  }
  if (chat.firstUnread === message.message_id && !unreadLine(log))
    log.append(el("p", { class: "unread-line" }, el("span", {}, "New messages")));
  const row = bubble(chat, message, act);
  if (before && together(before, message) && log.lastElementChild?.matches(".row")) {
    row.classList.add("row-follows");
    log.lastElementChild.classList.add("row-followed");
  }
  log.append(row);
  return message;
}

const together = (one, other) => one.from === other.from && new Date(other.date) - new Date(one.date) < ONE_BREATH;

/** Somebody has asked and not looked elsewhere since: the first answer is what they want to see. */
let awaiting = false;

function add(log, chat, message, act) {
  log.querySelector(".welcome")?.remove();
  const follow = near(log) || awaiting || isMine(message, chat);
  awaiting = isMine(message, chat);
  if (follow && onScreen(chat.id)) markRead(chat);
  const all = [...chat.messages.values()];
  append(log, chat, message, all.at(-2) ?? null, act);
  if (!follow) return;
  // a message taller than the window is read from its beginning
  const row = log.lastElementChild;
  row.classList.add("row-new");
  scroll(log, Math.min(log.scrollHeight - log.clientHeight, row.offsetTop - 12));
}

function replace(log, chat, message, act) {
  const old = log.querySelector(`[data-id="${message.message_id}"]`);
  if (!old) return;
  const held = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  const row = bubble(chat, message, act);
  row.classList.add("row-changed", ...["row-follows", "row-followed"].filter((name) => old.classList.contains(name)));
  old.replaceWith(row);
  if (held === null) return;
  const places = [...row.querySelectorAll("button, a")];
  (places.find((place) => place.textContent === held) ?? row.querySelector(".choice") ?? log).focus({
    preventScroll: true,
  });
}

/** Note what has been seen, and offer the way down where it is far. */
function atEnd(log, toEnd) {
  const chat = openChat();
  if (!chat) return;
  if (isSeen(chat.id)) markRead(chat);
  toEnd.hidden = near(log);
  toEnd.setAttribute(
    "aria-label",
    chat.unread ? `To the newest message, ${chat.unread} unread` : "To the newest message",
  );
  byId("to-end-count").textContent = chat.unread || "";
}
