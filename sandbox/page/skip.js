/** `Skip to the next briefing`: the house's clock goes there as fast as the work allows, then on as before. */

import { byId, toast } from "./dom.js";
import { hearBriefing, hearClock, house, now } from "./house.js";
import { server } from "./server.js";
import { on } from "./store.js";
import { hour, shortDay, until } from "./times.js";

const A_LITTLE = 90_000; // long enough for the briefing to be made and sent
const LOOK_AGAIN = 250;
const PATIENCE = 120_000;
let skipping = false;

/** Draw the button with its reason and keep it. */
export function showSkip() {
  byId("skip").addEventListener("click", skip);
  on("clock", draw);
  setInterval(draw, 5000);
  draw();
}

function draw() {
  const button = byId("skip");
  button.disabled = skipping || !house.nextBriefing || house.ended;
  button.toggleAttribute("aria-busy", skipping);
  button.textContent = skipping ? "Skipping…" : "Skip to the next briefing";
  const words = whatNext();
  if (byId("next-briefing").textContent !== words) byId("next-briefing").textContent = words;
}

function whatNext() {
  if (house.ended) return "The replay has ended.";
  if (!house.nextBriefing) return "No briefing is planned: subscribe to something first.";
  return `Next briefing ${shortDay(house.nextBriefing)}, ${hour(house.nextBriefing)}, ${until(house.nextBriefing, now())}`;
}

async function skip() {
  const goal = new Date(Math.max(house.nextBriefing.getTime(), now().getTime()) + A_LITTLE);
  const before = house.speed;
  skipping = true;
  draw();
  try {
    await server.setClock({ until: goal.toISOString() });
    await reached(goal);
    await server.setClock({ speed: house.live ? 1 : before });
    hearBriefing(await server.house());
  } catch (problem) {
    toast(`The clock did not get there: ${problem.message}`);
  } finally {
    skipping = false;
    draw();
  }
}

/** Ask the clock until it is there; events could be lost with the line. */
async function reached(goal) {
  const since = performance.now();
  for (;;) {
    const clock = await server.clock();
    hearClock(clock);
    if (new Date(clock.now) >= goal || clock.ended) return;
    if (performance.now() - since > PATIENCE) throw new Error("the house is still at work.");
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}
