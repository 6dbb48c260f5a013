// Runs before the first paint, so that a dark page never flashes white: the remembered choice, else what the system prefers.
"use strict";
{
  const system = matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage may be forbidden; the system's choice is good enough
    }
  };
  const show = () => {
    document.documentElement.dataset.theme = remembered() ?? (system.matches ? "dark" : "light");
    document.dispatchEvent(new Event("theme"));
  };
  show();
  system.addEventListener("change", show);
  document.addEventListener("toggle-theme", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", next);
    } catch {
      document.documentElement.dataset.theme = next; // for this visit only
      document.dispatchEvent(new Event("theme"));
      return;
    }
    show();
  });
}
