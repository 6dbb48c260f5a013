/** Telegram's HTML → elements, by an allow-list: what is not on it becomes its words. Nothing is ever set as innerHTML. */

import { el, copy, icon } from "./dom.js";
import { now } from "./house.js";
import { telegramTime } from "./times.js";

const PLAIN = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s" };
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}’”]/g;
const COMMAND = /(?<![\p{L}\p{N}/_])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?(?![\p{L}\p{N}/_])/gu;

/** `act` is what the words do when pressed: `command(text)` sends, `fill(text)` goes to the field, `start(payload)` follows a deep
    link; without it words are only words. */
export function formatted(html, act, botUsername) {
  // DOMParser builds an inert document: no script runs, no picture loads, before the allow-list has looked
  const body = new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body;
  const target = document.createDocumentFragment();
  build(body, target, { act, botUsername, linked: false, literal: false });
  return target;
}

function build(source, target, context) {
  let afterBlock = false;
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // a block ends its own line, so the line break written after it is not shown once more
      text(afterBlock ? node.data.replace(/^\n/, "") : node.data, target, context);
      afterBlock = false;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      element(node, target, context);
      afterBlock = ["BLOCKQUOTE", "PRE"].includes(node.tagName);
    }
  }
}

function element(node, target, context) {
  const inside = (shown, inner = context) => {
    build(node, shown, inner);
    return shown;
  };
  if (PLAIN[node.tagName]) target.append(inside(el(PLAIN[node.tagName])));
  else if (ELEMENTS[node.tagName]) target.append(ELEMENTS[node.tagName](node, inside, context));
  else build(node, target, context);
}

const ELEMENTS = {
  A: (node, inside, context) => link(node.getAttribute("href") ?? "", inside, context),
  CODE: (node, inside, context) => code(node, inside, context),
  PRE: (node, inside, context) => inside(el("pre", { tabindex: "0" }), { ...context, literal: true }),
  BLOCKQUOTE: (node, inside) => quote(inside(el("div", { class: "quote-words" })), node.hasAttribute("expandable")),
  "TG-SPOILER": (_, inside) => spoiler(inside(el("span", { class: "spoiler-words" }))),
  "TG-EMOJI": (_, inside) => inside(el("span")),
  "TG-TIME": (node, _, __) => time(node),
  SPAN: (node, inside) => {
    const words = inside(el("span"));
    return node.classList.contains("tg-spoiler") ? spoiler(words) : words;
  },
  BR: () => document.createTextNode("\n"),
  SCRIPT: (node) => document.createTextNode(node.textContent),
  STYLE: (node) => document.createTextNode(node.textContent),
};

function text(words, target, context) {
  if (context.linked || context.literal) return target.append(words);
  let from = 0;
  const finds = [...words.matchAll(ADDRESS), ...(context.act ? words.matchAll(COMMAND) : [])].sort(
    (one, other) => one.index - other.index,
  );
  for (const { 0: found, index } of finds) {
    if (index < from) continue;
    target.append(words.slice(from, index));
    target.append(found.startsWith("/") ? command(found, () => context.act.command(found)) : outward(found, found));
    from = index + found.length;
  }
  target.append(words.slice(from));
}

const command = (words, onclick) => el("button", { type: "button", class: "command", dir: "auto", onclick }, words);

const outward = (href, ...words) => el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...words);

function link(href, inside, context) {
  const words = inside(el("span"), { ...context, linked: true });
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}`);
  if (!address || !["http:", "https:", "mailto:", "tel:"].includes(address.protocol)) return words;
  const payload = address.searchParams.get("start");
  if (
    context.act &&
    address.hostname === "t.me" &&
    payload &&
    address.pathname.slice(1).toLowerCase() === context.botUsername.toLowerCase()
  ) {
    return command(words.textContent, () => context.act.start(payload));
  }
  const shown = outward(address.href, ...words.childNodes);
  shown.title = address.href;
  return shown;
}

function code(node, inside, context) {
  const words = node.textContent;
  if (context.literal) return inside(el("code"));
  if (context.act && words.startsWith("/"))
    return el(
      "button",
      {
        type: "button",
        class: "code",
        dir: "auto",
        title: "Put into the field",
        onclick: () => context.act.fill(words),
      },
      words,
    );
  return inside(el("code", { dir: "auto", title: "Copy", onclick: () => copy(words) }), { ...context, literal: true });
}

function time(node) {
  const unix = Number(node.getAttribute("unix"));
  const format = node.getAttribute("format") ?? "";
  const shown = Number.isFinite(unix) && format ? telegramTime(unix, format, now()) : node.textContent;
  return el(
    "time",
    { datetime: Number.isFinite(unix) ? new Date(unix * 1000).toISOString() : null, title: node.textContent },
    shown,
  );
}

/** A quote; an expandable one stays folded until it is pressed or something in it is reached by keyboard. */
function quote(words, expandable) {
  const block = el("blockquote", { class: expandable ? "fold" : null }, words);
  if (!expandable) return block;
  const toggle = el(
    "button",
    { type: "button", class: "fold-toggle", "aria-expanded": "false" },
    el("span", {}, "Show more"),
    icon("down"),
  );
  const show = (open) => {
    block.classList.toggle("fold-open", open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.firstChild.textContent = open ? "Show less" : "Show more";
  };
  toggle.addEventListener("click", () => show(!block.classList.contains("fold-open")));
  words.addEventListener("click", () => getSelection().isCollapsed && show(true));
  words.addEventListener("focusin", () => show(true));
  block.append(toggle);
  folds.observe(words);
  return block;
}

/** A fold whose words fit is no fold. */
const folds = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const block = target.parentElement;
    if (block && !block.classList.contains("fold-open"))
      block.classList.toggle("fold-fits", target.scrollHeight <= target.clientHeight + 2);
  }
});

function spoiler(words) {
  const cover = el(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden words: press to show" },
    words,
  );
  const show = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    cover.classList.add("spoiler-shown");
    ["role", "tabindex", "aria-label"].forEach((name) => cover.removeAttribute(name));
  };
  cover.addEventListener("click", show, { once: true });
  cover.addEventListener("keydown", show);
  return cover;
}
