/** The bot's menu: every command it has, one press away. */

import { addressed } from "./completion.js";
import { byId, el, icon } from "./dom.js";
import { roving } from "./popup.js";
import { on, store } from "./store.js";

/** Draw the menu button and keep it; a chosen command is handed to `send`. */
export function showMenu(send) {
  const button = byId("menu");
  const box = byId("menu-popup");
  const list = roving(box, ".option", "option-active");
  button.append(icon("bars"), el("span", {}, "Menu"));
  const show = (open) => {
    box.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) {
      box.replaceChildren(
        ...store.bot.commands.map((told) => item(told, (command) => (show(false), button.focus(), send(command)))),
      );
      list.first()?.focus();
    }
  };
  button.addEventListener("click", () => show(box.hidden));
  box.addEventListener("keydown", (event) => {
    if (list.moves(event.key)) list.move(event.key)?.focus();
    else if (event.key === "Escape") (show(false), button.focus());
    else return event.key === "Tab" ? show(false) : undefined;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener(
    "pointerdown",
    ({ target }) => !box.contains(target) && !button.contains(target) && show(false),
  );
  on("bot", () => (button.hidden = !store.bot.commands.length));
}

function item({ command, description }, choose) {
  return el(
    "button",
    { type: "button", class: "option", role: "menuitem", tabindex: "-1", onclick: () => choose(addressed(command)) },
    el("span", { class: "option-words", dir: "auto" }, description),
    el("span", { class: "option-command" }, `/${command}`),
  );
}
