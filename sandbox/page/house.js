/** The house's clock as the page knows it between two words from the server, and what was noted. */

import { tell } from "./store.js";

const KEPT = 200;

const heard = { now: new Date(), at: performance.now(), speed: 1, ended: false };

export const house = { live: true, nextBriefing: null, notes: [], calls: [], callsCount: 0, speed: 1, ended: false };

/** The house's time at this moment: what was heard last, moved on at the house's speed. */
export function now() {
  const pace = typeof heard.speed === "number" ? heard.speed : 0;
  return new Date(heard.now.getTime() + (performance.now() - heard.at) * pace);
}

/** `{now, speed, ended}`, from the server or an event. */
export function hearClock(told) {
  Object.assign(heard, { now: new Date(told.now), at: performance.now(), speed: told.speed });
  Object.assign(house, { speed: told.speed, ended: told.ended ?? house.ended });
  tell("clock");
}

/** When the next briefing is due, as it has changed. */
export function hearBriefing({ next_briefing: moment }) {
  house.nextBriefing = moment && new Date(moment);
  tell("clock");
}

/** Everything of GET /sandbox/house, and the calls of GET /sandbox/log. */
export function hearHouse(told, calls) {
  house.notes = told.notes.slice(-KEPT);
  house.calls = calls.filter(worthShowing).slice(-KEPT);
  house.callsCount = calls.filter(worthShowing).length;
  house.live = told.live;
  hearBriefing(told);
  hearClock(told);
  tell("notes");
  tell("calls");
}

export function hearNote(note) {
  house.notes = [...house.notes, note].slice(-KEPT);
  tell("notes");
}

export function hearCall(entry) {
  if (!worthShowing(entry)) return;
  house.calls = [...house.calls, entry].slice(-KEPT);
  house.callsCount += 1;
  tell("calls");
}

/** Long polling asks all the time; saying so each time would bury the rest. */
const worthShowing = (entry) => entry.method !== "getUpdates";
