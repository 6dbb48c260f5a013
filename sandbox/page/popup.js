/** A list that opens above the field: which entry is active, how keys move it. Completion and menu share it. */

/** Keep one entry active among those in `box`; returns how to move it and read it. */
export function roving(box, selector, activeClass) {
  const all = () => [...box.querySelectorAll(selector)];
  const active = () => box.querySelector(`.${activeClass}`);
  const make = (entry) => {
    active()?.classList.remove(activeClass);
    entry?.classList.add(activeClass);
    entry?.scrollIntoView({ block: "nearest" });
    return entry;
  };
  const step = (by) => {
    const entries = all();
    if (!entries.length) return null;
    const at = entries.indexOf(active());
    return make(entries[(at < 0 && by < 0 ? entries.length - 1 : at + by + entries.length) % entries.length]);
  };
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => make(all()[0]),
    End: () => make(all().at(-1)),
  };
  return {
    active,
    make,
    first: () => make(all()[0]),
    move: (key) => keys[key]?.() ?? null,
    moves: (key) => key in keys,
  };
}
