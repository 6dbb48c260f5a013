/** While a command is typed: the commands that fit, chosen by arrow keys, Tab, Enter or a press. */

import { byId, el } from "./dom.js";
import { roving } from "./popup.js";
import { isGroup, openChat, store } from "./store.js";

const TYPED = /^\/([a-z0-9_]*)$/i;

/** Watch the field; returns what the field asks before it acts on a key. */
export function completion(field) {
  const box = byId("completion");
  const list = roving(box, ".option", "option-active");
  const close = () => {
    box.hidden = true;
    field.removeAttribute("aria-activedescendant");
  };
  const point = (entry) => {
    box.querySelectorAll(".option").forEach((option) => option.setAttribute("aria-selected", String(option === entry)));
    if (entry) field.setAttribute("aria-activedescendant", entry.id);
  };
  const take = (entry) => {
    field.value = `${entry.dataset.command} `;
    close();
    field.dispatchEvent(new Event("input"));
    field.focus();
  };
  const update = () => {
    const fitting = matching(field.value);
    if (!fitting.length) return close();
    box.replaceChildren(...fitting.map((told, index) => option(told, index, take)));
    box.hidden = false;
    point(list.first());
  };
  field.addEventListener("input", update);
  field.addEventListener("blur", () => setTimeout(() => document.activeElement !== field && close(), 150)); // a press on an entry comes first
  return { key: (event) => !box.hidden && key(event, { list, point, take, close, field }), close };
}

/** Whether the key was for the list. Enter sends a command that is written out whole. */
function key(event, { list, point, take, close, field }) {
  if (list.moves(event.key) && event.key.startsWith("Arrow")) point(list.move(event.key));
  else if (event.key === "Escape") close();
  else if (event.key === "Tab" && !event.shiftKey) take(list.active() ?? list.first());
  else if (
    event.key === "Enter" &&
    !event.shiftKey &&
    list.active() &&
    list.active().dataset.command !== field.value.trim()
  )
    take(list.active());
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function matching(typed) {
  const begun = TYPED.exec(typed)?.[1].toLowerCase();
  if (begun === undefined) return [];
  const fits = store.bot.commands.filter(({ command }) => command.startsWith(begun));
  return fits.sort((one, other) => (other.command === begun) - (one.command === begun));
}

/** In a group a command is addressed, so that no other bot takes it for its own. */
export function addressed(command) {
  const chat = openChat();
  return chat && isGroup(chat) && store.bot.username ? `/${command}@${store.bot.username}` : `/${command}`;
}

function option({ command, description }, index, take) {
  const entry = el(
    "div",
    {
      class: "option",
      role: "option",
      id: `option-${index}`,
      "data-command": addressed(command),
      "aria-selected": "false",
    },
    el("span", { class: "option-command" }, `/${command}`),
    el("span", { class: "option-words", dir: "auto" }, description),
  );
  entry.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  entry.addEventListener("click", () => take(entry));
  return entry;
}
