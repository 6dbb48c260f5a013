/** The head of the open chat: who it is, what they are doing, the way back. */

import { avatar } from "./bubble.js";
import { byId, el, icon } from "./dom.js";
import { chatTitle, isGroup, on, openChat, personName, store } from "./store.js";

/** Draw the head and keep it. */
export function showRoom() {
  byId("back").append(icon("back"));
  byId("back").addEventListener("click", toList);
  ["opened", "chats", "bot", "typing", "message", "connection"].forEach((kind) => on(kind, draw));
  on("connection", (there) => (byId("away").hidden = there));
}

function toList() {
  document.body.dataset.view = "list";
  byId("chat-list").querySelector("[aria-current]")?.focus();
}

function draw() {
  const chat = openChat();
  if (!chat) return;
  byId("room-avatar").replaceChildren(
    isGroup(chat) ? el("span", { class: "avatar avatar-group" }, icon("group")) : avatar(store.bot.name, "bot"),
  );
  byId("room-title").textContent = chatTitle(chat);
  const note = byId("room-note");
  const words = whatNow(chat);
  if (note.textContent !== words) note.textContent = words; // a status that did not change is not read out again
  note.classList.toggle("typing", typing(chat));
}

const typing = (chat) => store.connected && chat.typingUntil > performance.now();

function whatNow(chat) {
  if (!store.connected) return "connecting…";
  if (typing(chat)) return isGroup(chat) ? `${store.bot.name} is typing…` : "typing…";
  return isGroup(chat) ? [...chat.members.map(personName), store.bot.name].join(", ") : "bot";
}
