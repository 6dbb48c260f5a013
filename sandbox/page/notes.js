/** Lists of what happened, newest first; many of one kind within a minute are one line that opens. */

import { byId, el } from "./dom.js";
import { second, whole } from "./times.js";

const SHOWN = 120;

/** Draw a list: `line(entry)` gives an entry's element, `kind(entry)` what may be gathered. */
export function drawNotes(id, entries, { line, kind, empty }) {
  const box = byId(id);
  const open = new Set([...box.querySelectorAll("details[open]")].map((details) => details.dataset.key));
  if (!entries.length) return box.replaceChildren(el("li", { class: "notes-empty" }, empty));
  const bundles = gathered(entries.slice(-SHOWN).reverse(), kind);
  box.replaceChildren(
    ...bundles
      .map(({ key, all }) =>
        all.length < 3 ? all.map((entry) => el("li", {}, line(entry))) : [bundle(key, all, line, open)],
      )
      .flat(),
  );
}

/** Neighbours of one kind and minute, together under a key that stays while more come. */
function gathered(entries, kind) {
  const bundles = [];
  for (const entry of entries) {
    const key = `${kind(entry)} ${entry.at.slice(0, 16)}`;
    if (bundles.at(-1)?.key === key) bundles.at(-1).all.push(entry);
    else bundles.push({ key, all: [entry] });
  }
  return bundles;
}

function bundle(key, [newest, ...others], line, open) {
  const details = el(
    "details",
    { class: "more", "data-key": key, open: open.has(key) },
    el("summary", {}, `and ${others.length} more in this minute`),
    ...others.map(line),
  );
  return el("li", {}, line(newest), details);
}

/** One line: when, what kind, what was told. */
export function noteLine({ at, kind, text, wrong }) {
  const moment = new Date(at);
  return el(
    "div",
    { class: wrong ? "note note-wrong" : "note", "data-kind": kind },
    el("time", { datetime: at, title: whole(moment) }, second(moment)),
    el("span", { class: "note-kind" }, kind),
    el("span", { class: "note-text", dir: "auto" }, text),
  );
}
