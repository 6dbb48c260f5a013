/** The quiet panel: the house's clock, what was polled and sent, the bot's calls. */

import { byId, eachFrame, icon } from "./dom.js";
import { house, now } from "./house.js";
import { drawNotes, noteLine } from "./notes.js";
import { showReplay } from "./replay.js";
import { showSkip } from "./skip.js";
import { on } from "./store.js";
import { second, universal, whole, wholeDay } from "./times.js";

/** Draw the panel and keep it. */
export function showPanel() {
  byId("panel-toggle").append(icon("clock"));
  byId("panel-close").append(icon("close"));
  byId("panel-toggle").addEventListener("click", () => opened(document.body.dataset.panel !== "open"));
  byId("panel-close").addEventListener("click", () => opened(false));
  byId("panel").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.body.dataset.panel !== "open") return;
    event.stopPropagation();
    opened(false);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (document.body.dataset.panel === "open" && !target.closest("#panel, #panel-toggle")) opened(false);
  });
  on("clock", tick);
  on("notes", eachFrame(notes));
  on("calls", eachFrame(calls));
  setInterval(tick, 500);
  showReplay();
  showSkip();
}

/** On screens without room for it the panel lies over the chat. */
function opened(open) {
  document.body.dataset.panel = open ? "open" : "";
  byId("panel-toggle").setAttribute("aria-expanded", String(open));
  (open ? byId("panel-close") : byId("panel-toggle")).focus();
}

function tick() {
  const moment = now();
  const shown = byId("clock-time");
  shown.textContent = second(moment);
  shown.dateTime = moment.toISOString();
  shown.title = whole(moment);
  byId("clock-day").textContent = `${wholeDay(moment)} · ${universal(moment)} UTC`;
  byId("pace").textContent = pace();
}

function pace() {
  if (house.ended) return "Replay, ended";
  if (house.speed === "max") return "As fast as the work allows";
  if (house.live) return "Live";
  return house.speed === 0 ? "Replay, standing" : `Replay, ${house.speed} × as fast`;
}

function notes() {
  drawNotes("notes", house.notes, {
    line: noteLine,
    kind: ({ kind }) => kind,
    empty: "Nothing yet. The first feeds are read in a moment.",
  });
}

function calls() {
  byId("calls-count").textContent = house.callsCount;
  drawNotes("calls", house.calls, {
    line: callLine,
    kind: ({ method, outcome }) => method + outcome,
    empty: "The bot has not called yet.",
  });
}

const callLine = ({ at, method, chat, outcome, seconds }) =>
  noteLine({
    at,
    kind: method,
    text: [chat && `chat ${chat}`, outcome, `${Math.round(seconds * 1000)} ms`].filter(Boolean).join(" · "),
    wrong: outcome !== "ok",
  });
