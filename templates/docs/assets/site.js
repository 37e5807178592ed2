// Theme, sync or async, copying, the menu of small screens, and deep links into folded parts.
"use strict";
(function (root) {
  const status = document.getElementById("status");
  const keep = (name, value) => {
    try { localStorage.setItem(name, value); } catch { /* the choice holds for this page */ }
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = document.querySelector(".theme");
  const shown = () => root.dataset.theme || (dark.matches ? "dark" : "light");
  const label = () => { theme.textContent = shown() === "dark" ? "Light" : "Dark"; };
  theme.addEventListener("click", () => {
    root.dataset.theme = shown() === "dark" ? "light" : "dark";
    keep("theme", root.dataset.theme);
    label();
  });
  dark.addEventListener("change", label);
  label();

  const modes = document.querySelectorAll("[aria-label='Which client'] button");
  const press = () => {
    for (const mode of modes) mode.setAttribute("aria-pressed", String(mode.value === root.dataset.mode));
  };
  for (const mode of modes) {
    mode.addEventListener("click", () => {
      root.dataset.mode = mode.value;
      keep("mode", mode.value);
      press();
    });
  }
  press();

  for (const name of document.querySelectorAll("a.name")) name.href = `#${name.closest(".entry").id}`;

  for (const responses of document.querySelectorAll(".responses")) {
    const buttons = responses.querySelectorAll(".switch button");
    for (const button of buttons) {
      button.addEventListener("click", () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        for (const part of responses.querySelectorAll(".response")) {
          part.classList.toggle("shown", part.id === button.value);
        }
      });
    }
  }

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };
  for (const button of document.querySelectorAll(".copy")) {
    button.addEventListener("click", async () => {
      await copied(button.closest("figure").querySelector("pre").textContent);
      button.textContent = "Copied";
      status.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, 1500);
    });
  }

  const menu = document.querySelector(".menu");
  menu.setAttribute("role", "button");
  const open = (is) => {
    root.classList.toggle("menu-open", is);
    menu.setAttribute("aria-expanded", String(is));
    menu.textContent = is ? "Close" : "Menu";
  };
  menu.addEventListener("click", (event) => {
    event.preventDefault();
    open(!root.classList.contains("menu-open"));
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") open(false); });
  menu.setAttribute("aria-expanded", "false");

  const unfold = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* a percent sign that is one */ }
    const target = document.getElementById(name);
    if (!target) return;
    for (let part = target; part; part = part.parentElement) {
      if (part.localName === "details") part.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });

  const current = document.querySelector("#navigation [aria-current]");
  const navigation = document.getElementById("navigation");
  if (current && current.offsetTop > navigation.clientHeight) navigation.scrollTop = current.offsetTop / 2;
})(document.documentElement);
