/** Wires the page: who draws what, and what words and buttons do. */

import { showChats } from "./chats.js";
import { byId, icon, toast } from "./dom.js";
import { isSeen, showLog } from "./log.js";
import { listen, refreshBot } from "./news.js";
import { showPanel } from "./panel.js";
import { showRoom } from "./room.js";
import { server } from "./server.js";
import { isGroup, on, open, openChat, store } from "./store.js";
import { fill, say, showWriting } from "./writing.js";

const act = {
  command: say,
  fill,
  start: (payload) => say(`/start ${payload}`),
  inline: (query) => fill(`@${store.bot.username} ${query}`),
  press: async (message, data) => {
    const chat = openChat();
    try {
      await server.press(chat.id, message.message_id, data, isGroup(chat) ? chat.speaker : undefined);
      return true;
    } catch (problem) {
      toast(`Not pressed: ${problem.message}`);
      return false;
    }
  },
};

function firstChat() {
  if (store.open === null && store.chats.size)
    open(store.chats.has(store.firstChat) ? store.firstChat : store.chats.keys().next().value);
}

function showTheme() {
  const button = byId("theme");
  const draw = () => {
    const dark = document.documentElement.dataset.theme === "dark";
    button.setAttribute("aria-pressed", String(dark));
    button.replaceChildren(icon(dark ? "sun" : "moon"));
  };
  button.addEventListener("click", () => document.dispatchEvent(new Event("toggle-theme")));
  document.addEventListener("theme", draw);
  draw();
}

/** Anywhere but in a field, `/` begins a command; Escape leads back to the field. */
function keys(event) {
  const typing = event.target.matches("textarea, input:not([type=radio]), select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) (event.preventDefault(), fill("/"));
  else if (event.key === "Escape" && !typing) byId("field").focus();
}

showTheme();
showChats();
showRoom();
showLog(act);
showWriting();
showPanel();
on("chats", firstChat);
on("opened", () => refreshBot().catch(() => {})); // when the server is away the event line says so
on("pressed", ({ text, alert, show_alert: shown }) => text && toast(text, { alert: alert ?? shown }));
document.addEventListener("keydown", keys);
listen(isSeen);
if (matchMedia("(min-width: 700px)").matches) byId("field").focus();
