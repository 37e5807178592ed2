// Search as one types: every word that was typed begins a word of what is found. The index is
// loaded when the field is first used.
"use strict";
(function () {
  const MOST = 20;
  const RANKS = { method: 6, resource: 5 };
  const root = document.body.dataset.root;
  const field = document.getElementById("search");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  let entries = null;
  let found = [];
  let chosen = -1;

  const words = (text) => text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const read = (rows) => rows.map(([kind, name, detail, href, more, parts]) => {
    const last = name.slice(name.lastIndexOf(".") + 1);
    const weighed = new Map();
    const put = (word, weight, part) => { if (!weighed.has(word)) weighed.set(word, [weight, part]); };
    const add = (text, weight, part) => { for (const word of words(text)) put(word, weight, part); };
    put(last.toLowerCase(), 9);
    add(last, 6);
    add(name, 4);
    add(detail, 3);
    add(more, 2);
    for (const word of more.split(" ")) if (word) put(word.toLowerCase(), 2);
    for (const part of parts.split(" ").filter(Boolean)) {
      put(part.toLowerCase(), 2, part);
      add(part, 1, part);
    }
    return { kind, name, detail, href, weighed: [...weighed] };
  });

  const load = () => new Promise((done) => {
    if (entries) return done();
    const script = document.createElement("script");
    script.src = root + "assets/search-index.js";
    script.addEventListener("load", () => { entries = read(window.searchIndex); done(); });
    document.head.append(script);
  });

  // The points of an entry, and the parameter or field that the words lead to, if one does.
  const score = (entry, typed) => {
    let total = 0;
    let inside;
    for (const text of typed) {
      let best = 0;
      let leads;
      for (const [word, [weight, part]] of entry.weighed) {
        const points = !word.startsWith(text) ? 0 : word === text ? weight * 2 : weight;
        if (points > best) [best, leads] = [points, part];
      }
      if (!best) return [0];
      total += best;
      inside = leads ?? inside;
    }
    return [total + (RANKS[entry.kind] || 0), inside];
  };

  const placed = (entry, part) => {
    if (!part) return entry;
    const kind = entry.kind === "method" ? "parameter" : "field";
    const href = entry.href + (entry.href.includes("#") ? "-" : "#param-") + part;
    return { ...entry, href, detail: `${kind} ${part}`, inside: true };
  };

  const search = (text) => {
    const typed = text.toLowerCase().split(/[\s.]+/).filter(Boolean)
      .flatMap((part) => (part.includes("_") ? [part] : words(part)));
    if (!typed.length) return [];
    const scored = [];
    entries.forEach((entry, place) => {
      const [points, part] = score(entry, typed);
      if (points) scored.push([points, place, part]);
    });
    scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return scored.slice(0, MOST).map(([, place, part]) => placed(entries[place], part));
  };

  const choose = (number) => {
    chosen = number;
    [...list.querySelectorAll("li:not(.none)")].forEach((item, place) => {
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
    detail.textContent = entry.kind === "model" && entry.detail && !entry.inside ? `model · ${entry.detail}` : entry.detail || entry.kind;
    made.append(name, detail);
    made.addEventListener("mousedown", (event) => { event.preventDefault(); go(number); });
    return made;
  };

  const nothing = (text) => {
    const made = document.createElement("li");
    made.className = "none";
    made.setAttribute("role", "option");
    made.setAttribute("aria-disabled", "true");
    made.textContent = text;
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
    const none = `Nothing found for “${field.value.trim()}”`;
    if (searched) status.textContent = found.length ? `${found.length} results` : none;
    if (searched && !found.length) list.append(nothing(none));
    show(searched);
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
