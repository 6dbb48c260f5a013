/** Where one writes: START, the field, the three things to try, and in a group who speaks. */

import { addressed, completion } from "./completion.js";
import { byId, el, icon, toast } from "./dom.js";
import { showMenu } from "./menu.js";
import { server } from "./server.js";
import { isGroup, on, openChat, personName, tell } from "./store.js";

const TO_TRY = [
  ["relations", "turkey korea"],
  ["subscribe", "turkey korea"],
  ["digest", "now"],
];
const TALLEST = 160;

/** Say something in the open chat; what can't be sent stays in the field. */
export async function say(text) {
  const chat = openChat();
  if (!chat || !text.trim()) return false;
  try {
    await server.write(chat.id, text, chat.speaker ?? undefined);
    return true;
  } catch (problem) {
    toast(`Not sent: ${problem instanceof TypeError ? "the sandbox does not answer." : problem.message}`);
    return false;
  }
}

/** Put words into the field and go there. */
export function fill(text) {
  const field = byId("field");
  field.value = text;
  field.dispatchEvent(new Event("input"));
  field.focus();
}

/** Make the writing place live. */
export function showWriting() {
  const field = byId("field");
  byId("send").append(icon("send"));
  byId("start").addEventListener("click", () => (field.focus(), say("/start")));
  const list = completion(field);
  fieldKeys(field, list);
  keepDrafts(field, list);
  field.addEventListener("input", () => grow(field));
  byId("writing-form").addEventListener("submit", (event) => (event.preventDefault(), send(field)));
  showMenu(say);
  ["opened", "message", "removed", "bot"].forEach((kind) => on(kind, draw));
  grow(field);
}

/** Words not sent yet stay in the chat they were meant for. */
function keepDrafts(field, list) {
  let chat = null;
  on("opened", (opened) => {
    if (opened === chat) return;
    if (chat) chat.draft = field.value;
    chat = opened;
    field.value = chat.draft ?? "";
    grow(field);
    list.close();
  });
}

async function send(field) {
  const text = field.value;
  if (!text.trim()) return field.focus();
  sent.push(text);
  recalled = sent.length;
  field.value = "";
  field.dispatchEvent(new Event("input"));
  field.focus(); // now and not after the answer, when the focus may have been taken elsewhere
  if (!(await say(text))) fill(text);
}

const sent = [];
let recalled = 0;

function fieldKeys(field, list) {
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Korean and Japanese are typed by composing; Enter ends that first
    if (list.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) (event.preventDefault(), send(field));
    else if (event.key === "ArrowUp" && (!field.value || field.value === sent[recalled])) recall(event, field, -1);
    else if (event.key === "ArrowDown" && field.value && field.value === sent[recalled]) recall(event, field, 1);
  });
}

/** What was sent before comes back with the arrow keys, as in a terminal. */
function recall(event, field, by) {
  const next = Math.max(0, Math.min(sent.length, recalled + by));
  if (!sent.length || next === recalled) return;
  recalled = next;
  field.value = sent[next] ?? "";
  grow(field);
  event.preventDefault();
}

function grow(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
  byId("send").classList.toggle("send-ready", field.value.trim() !== "");
}

function draw() {
  const chat = openChat();
  if (!chat) return;
  const empty = !chat.messages.size;
  byId("start").hidden = !empty || isGroup(chat);
  byId("chips").classList.toggle("chips-wrapped", empty);
  byId("chips").replaceChildren(
    ...TO_TRY.map(([command, words]) => chip(`${addressed(command)} ${words}`, `/${command} ${words}`)),
  );
  speakers(chat);
}

const chip = (text, shown) => el("button", { type: "button", class: "chip", onclick: () => say(text) }, shown);

/** In a group: one choice among its people. */
function speakers(chat) {
  const box = byId("speakers");
  box.hidden = !isGroup(chat) || chat.members.length < 2;
  const drawn = `${chat.id}:${chat.speaker}:${chat.members}`;
  if (box.dataset.drawn === drawn) return;
  box.dataset.drawn = drawn;
  box.querySelectorAll("label").forEach((label) => label.remove());
  for (const person of chat.members) {
    const change = () => ((chat.speaker = person), tell("opened", chat), box.querySelector("input:checked")?.focus());
    const radio = el("input", { type: "radio", name: "speaker", value: person, onchange: change });
    radio.checked = person === chat.speaker;
    box.append(
      el("label", { class: `hue-${Math.abs(person) % 6}` }, radio, el("span", { dir: "auto" }, personName(person))),
    );
  }
}
