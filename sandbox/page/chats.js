/** The list of chats: who, the last words, when, how many unread. */

import { avatar } from "./bubble.js";
import { byId, eachFrame, el, icon } from "./dom.js";
import { now } from "./house.js";
import { authorName, chatTitle, isGroup, isMine, lastMessage, on, open, personName, store } from "./store.js";
import { brief, whole } from "./times.js";

/** Draw the list and keep it. */
export function showChats() {
  const changed = eachFrame(draw);
  ["chats", "message", "removed", "bot", "typing"].forEach((kind) => on(kind, changed));
  on("chats", title);
  on("message", title);
}

function draw() {
  const list = byId("chat-list");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  list.replaceChildren(...[...store.chats.values()].map(entry));
  if (focused) list.querySelector(`[data-chat="${focused}"]`)?.focus();
}

function entry(chat) {
  const last = lastMessage(chat);
  const moment = last && new Date(last.date);
  const button = el(
    "button",
    {
      type: "button",
      class: "chat",
      "data-chat": chat.id,
      "aria-current": chat.id === store.open ? "true" : null,
      onclick: () => enter(chat.id),
    },
    isGroup(chat)
      ? el("span", { class: "avatar avatar-group", "aria-hidden": "true" }, icon("group"))
      : avatar(store.bot.name, "bot"),
    el("span", { class: "chat-title", dir: "auto" }, chatTitle(chat)),
    moment &&
      el("time", { class: "chat-time", datetime: moment.toISOString(), title: whole(moment) }, brief(moment, now())),
    el("span", { class: "chat-last", dir: "auto" }, snippet(chat, last)),
    chat.unread ? el("span", { class: "count", "aria-label": `${chat.unread} unread` }, chat.unread) : null,
  );
  return el("li", {}, button);
}

function snippet(chat, last) {
  if (chat.typingUntil > performance.now()) return "typing…";
  if (!last) return isGroup(chat) ? chat.members.map(personName).join(", ") : `as ${personName(chat.id)}`;
  const words = (last.text || last.file?.name || "").replace(/\s+/g, " ").trim().slice(0, 90);
  if (isMine(last, chat)) return `You: ${words}`;
  return isGroup(chat) ? `${authorName(last)}: ${words}` : words;
}

/** Open a chat and, on a narrow screen, leave the list for it. */
export function enter(id) {
  document.body.dataset.view = "chat";
  open(id);
  byId("field").focus({ preventScroll: true });
}

function title() {
  const unread = [...store.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}${store.bot.name} · Sandbox`;
}
