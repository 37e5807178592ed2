// Search as one types: every word that was typed begins a word of what is found. The index is
// loaded when the field is first used.
"use strict";
(function () {
  const MOST = 20;
  const root = document.body.dataset.root;
  const field = document.getElementById("search");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  let entries = null;
  let found = [];
  let chosen = -1;

  const words = (text) => text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const read = (rows) => rows.map(([kind, name, detail, href, more]) => {
    const last = name.slice(name.lastIndexOf(".") + 1);
    const weighed = new Map();
    const add = (text, weight) => {
      for (const word of words(text)) if (!weighed.has(word)) weighed.set(word, weight);
    };
    weighed.set(last.toLowerCase(), 9);
    add(last, 6);
    add(name, 4);
    add(detail, 3);
    add(more, 2);
    for (const word of more.split(" ")) if (word && !weighed.has(word)) weighed.set(word.toLowerCase(), 2);
    return { kind, name, detail, href, weighed: [...weighed] };
  });

  const load = () => new Promise((done) => {
    if (entries) return done();
    const script = document.createElement("script");
    script.src = root + "assets/search-index.js";
    script.addEventListener("load", () => { entries = read(window.searchIndex); done(); });
    document.head.append(script);
  });

  const score = (entry, typed) => {
    let total = 0;
    for (const part of typed) {
      let best = 0;
      for (const [word, weight] of entry.weighed) {
        if (word.startsWith(part)) best = Math.max(best, word === part ? weight * 2 : weight);
      }
      if (!best) return 0;
      total += best;
    }
    return total + (entry.kind === "method" ? 3 : 0);
  };

  const search = (text) => {
    const typed = text.toLowerCase().split(/[\s.]+/).filter(Boolean)
      .flatMap((part) => (part.includes("_") ? [part] : words(part)));
    if (!typed.length) return [];
    const scored = [];
    entries.forEach((entry, place) => {
      const points = score(entry, typed);
      if (points) scored.push([points, place]);
    });
    scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return scored.slice(0, MOST).map(([, place]) => entries[place]);
  };

  const choose = (number) => {
    chosen = number;
    [...list.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === chosen));
      if (place === chosen) item.scrollIntoView({ block: "nearest" });
    });
    if (found.length) field.setAttribute("aria-activedescendant", `result-${chosen}`);
    else field.removeAttribute("aria-activedescendant");
  };

  const item = (entry, number) => {
    const made = document.createElement("li");
    made.id = `result-${number}`;
    made.setAttribute("role", "option");
    const name = document.createElement("b");
    const inner = document.createElement("bdi");
    inner.textContent = entry.name;
    name.append(inner);
    const detail = document.createElement("span");
    detail.textContent = entry.detail || entry.kind;
    made.append(name, detail);
    made.addEventListener("mousedown", (event) => { event.preventDefault(); go(number); });
    return made;
  };

  const show = (is) => {
    list.hidden = !is;
    field.setAttribute("aria-expanded", String(is));
  };

  const go = (number) => { if (found[number]) location.href = root + found[number].href; };

  const update = () => {
    if (!entries) return;
    found = search(field.value);
    list.replaceChildren(...found.map(item));
    const searched = field.value.trim() !== "";
    if (searched) status.textContent = found.length ? `${found.length} results` : "Nothing found";
    show(found.length > 0);
    choose(found.length ? 0 : -1);
  };

  field.addEventListener("focus", () => load().then(update));
  field.addEventListener("input", () => load().then(update));
  field.addEventListener("blur", () => show(false));
  field.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && found.length) {
      event.preventDefault();
      choose((chosen + steps[event.key] + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(chosen);
    } else if (event.key === "Escape") {
      field.value = "";
      update();
      field.blur();
    }
  });
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    const wanted = (event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (!wanted) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
