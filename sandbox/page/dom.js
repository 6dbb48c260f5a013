/** The smallest things: elements, icons, frames, a toast. No text ever becomes markup here. */

/** An element with attributes and `on…` listeners from one object, then its children; what is null is left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

const PATHS = {
  back: "M15 5l-7 7 7 7",
  bars: "M4 7h16M4 12h16M4 17h10",
  bell_off: "M6 6.500A6 6 0 0 0 6 10v4l-2 3h13M9.500 3.600A6 6 0 0 1 18 9v4M10 20h4M3 3l18 18",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  down: "M6 9l6 6 6-6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h4",
  group:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-3.600 2.900-6 6.500-6s6.500 2.400 6.500 6M16 4.400a3.500 3.500 0 0 1 0 6.200M18 14.500c2.200.8 3.500 2.900 3.500 5.500",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z",
  out: "M8 16L17 7M9 7h8v8",
  pause: "M8 5v14M16 5v14",
  play: "M7 4.500l12 7.500-12 7.500z",
  send: "M4 12l16-8-5 16-3.500-6.500zM11.500 13.500L20 4",
  share: "M4 12v7h16v-7M12 15V4M8 8l4-4 4 4",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M4.900 4.900l1.400 1.400M17.700 17.700l1.400 1.400M4.900 19.100l1.400-1.400M17.700 6.300l1.400-1.400",
  tick: "M5 13l4.500 4.500L19 7",
};

/** A line drawing, hidden from screen readers: what it stands for is said in words beside it. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24",
    class: `icon icon-${name}`,
    "aria-hidden": "true",
  })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A few words over the chat, gone after a while; an alert stays until it is closed. */
export function toast(text, { alert = false } = {}) {
  const words = el("p", { dir: "auto" }, text);
  const note = el("div", { class: alert ? "toast toast-alert" : "toast" }, words);
  const close = () => note.remove();
  if (alert) note.append(el("button", { type: "button", class: "toast-close", onclick: close }, "OK"));
  byId("toasts").replaceChildren(note);
  if (!alert) setTimeout(close, 2500 + text.length * 45);
}

/** Draw at most once a frame, however often asked: a replay tells thousands of things a second. */
export function eachFrame(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => ((asked = false), draw()));
  };
}

/** Put words on the clipboard and say so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    toast("This browser does not let the page copy.");
  }
}
