// Before the first paint: what the reader chose last, so that nothing moves or flashes afterwards.
"use strict";
(function (root) {
  const kept = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  root.classList.add("js");
  root.dataset.mode = kept("mode") === "async" ? "async" : "sync";
  const theme = kept("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
})(document.documentElement);
