/** What stands in a chat where nothing has been said. */

import { el } from "./dom.js";
import { isGroup, store } from "./store.js";

export function welcome(chat) {
  if (isGroup(chat)) {
    return card(
      "A group",
      `Two people and ${store.bot.name}. In a group the bot answers only when it is addressed: by a command, or by @${store.bot.username}.`,
    );
  }
  return card("What can this bot do?", store.bot.description || "The bot has not said yet. It may still be starting.");
}

const card = (title, words) =>
  el(
    "section",
    { class: "welcome", "aria-label": title },
    el("img", { class: "welcome-mark", src: "/icon.svg", alt: "", width: "72", height: "72" }),
    el("h3", {}, title),
    el("p", { dir: "auto" }, words),
  );
