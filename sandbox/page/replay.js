/** A replay's controls: go, stand, how fast. */

import { byId, el, icon, toast } from "./dom.js";
import { house } from "./house.js";
import { server } from "./server.js";
import { on } from "./store.js";

const SPEEDS = [
  [60, "1 min a second"],
  [600, "10 min a second"],
  [3600, "1 h a second"],
  [21_600, "6 h a second"],
  ["max", "as fast as possible"],
];
let chosen = 3600;

/** Draw the controls and keep them; a live house has none. */
export function showReplay() {
  const play = el("button", { type: "button", class: "round play", onclick: () => set(going() ? 0 : chosen) });
  const speed = el(
    "select",
    { "aria-label": "Speed", onchange: () => choose(speed.value) },
    ...SPEEDS.map(([value, words]) => el("option", { value }, words)),
  );
  speed.value = String(chosen);
  byId("replay").append(play, speed);
  const draw = () => {
    byId("replay").hidden = house.live;
    const label = going() ? "Pause" : "Play";
    if (play.getAttribute("aria-label") === label && play.disabled === house.ended) return;
    play.replaceChildren(icon(going() ? "pause" : "play"));
    play.setAttribute("aria-label", label);
    play.title = label;
    play.disabled = house.ended;
  };
  on("clock", draw);
  draw();
}

const going = () => house.speed !== 0;

function choose(value) {
  chosen = value === "max" ? "max" : Number(value);
  if (going()) set(chosen);
}

async function set(speed) {
  try {
    await server.setClock({ speed });
  } catch (problem) {
    toast(`The clock was not set: ${problem.message}`);
  }
}
