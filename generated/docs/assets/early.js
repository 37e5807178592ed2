// Before the first paint: what the reader chose last, so that nothing moves or flashes afterwards.
"use strict";
(function (root) {
  const kept = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  root.classList.add("js");
  root.dataset.mode = ["async", "curl"].find((mode) => mode === kept("mode")) || "sync";
  const theme = kept("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
})(document.documentElement);
