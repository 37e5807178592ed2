// The console of a method's page: a form for its parameters, and the response as it arrives.
// What is entered stays in the form: nothing is stored, and nothing gets into the address of the page.
"use strict";
(function () {
  const panel = document.getElementById("console");
  const MOST = 500_000;
  const COLOURED = 100_000;
  const form = panel.querySelector("form");
  const [sending, stopping] = form.querySelectorAll(".console-actions button");
  const result = panel.querySelector(".console-result");
  const outcome = result.querySelector(".console-status");
  const shownBody = result.querySelector("pre code");
  const spoken = document.getElementById("status");
  const call = JSON.parse(form.querySelector("script").textContent);
  let running = null;

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  };

  /* the form */

  let count = 0;
  const field = (name, about, input) => {
    input.id = `console-${count += 1}`;
    input.setAttribute("autocomplete", "off");
    input.setAttribute("spellcheck", "false");
    const label = element("label", { for: input.id }, element("code", {}, name), " ", element("span", {}, about));
    form.querySelector(".console-fields").append(element("div", { class: "console-field" }, label, input));
    return input;
  };

  const area = (text, required) => {
    const input = element("textarea", { required, rows: Math.min(16, Math.max(2, text.split("\n").length)) });
    input.value = text;
    return input;
  };

  const inputFor = ({ form: kind, values, value = "", required }) => {
    if (kind === "lines" || kind === "json") return area(value, required);
    const input = kind === "choice"
      ? element("select", { required }, element("option"), ...values.map((one) => element("option", {}, String(one))))
      : element("input", { type: "text", required });
    input.value = value;
    return input;
  };

  const HOW = { lines: ", one item a line", json: ", JSON", text: "", choice: "" };

  const build = () => {
    const server = field("server", "the base URL", element("input", { type: "url", required: true, placeholder: "http://127.0.0.1:4010" }));
    server.value = call.server;
    const secrets = call.credentials.map((credential) => credential.names.map((name) =>
      field(name, `secret, ${credential.in} ${credential.name}`, element("input", { type: "password" }))));
    const parameters = call.parameters.map((parameter) => field(
      parameter.name,
      (parameter.in === "scope" ? "exactly one" : `${parameter.in}${parameter.required ? ", required" : ""}`) + HOW[parameter.form],
      inputFor(parameter),
    ));
    const { body } = call;
    const isText = body && body.form !== "file" && !(body.form === "multipart" && body.value === "{}" && body.files.length);
    const text = isText ? field("body", body.form === "text" ? body.type : body.form === "json" ? "JSON" : "the fields, as JSON", area(body.value, false)) : null;
    const listed = !body ? [] : body.form === "file" ? [{ name: "body", required: body.required, many: false }] : body.files;
    const files = listed.map((file) => [file.name, field(
      file.name, file.required ? "file, required" : "file", element("input", { type: "file", required: file.required, multiple: file.many }))]);
    return { server, secrets, parameters, text, files };
  };

  let inputs = null;
  const ready = () => { inputs ||= build(); };
  panel.addEventListener("toggle", () => { if (panel.open) ready(); });

  /* what was entered */

  const mistake = (input, message) => {
    input.setCustomValidity(message);
    input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
  };

  const parsed = (input, text) => {
    try {
      return JSON.parse(text);
    } catch {
      mistake(input, "This is not valid JSON.");
      return undefined;
    }
  };

  const entered = ({ form: kind, values }, input) => {
    const text = input.value;
    if (text === "") return undefined;
    if (kind === "lines") return text.split("\n").filter(Boolean);
    if (kind === "json") return parsed(input, text);
    return kind === "choice" ? values[input.selectedIndex - 1] : text;
  };

  const checkServer = (input) => {
    let url = null;
    try { url = new URL(input.value); } catch { /* reported below */ }
    if (!url || !/^https?:$/.test(url.protocol)) mistake(input, "A base URL starts with http:// or https://.");
    else if (url.username || url.password) mistake(input, "A base URL holds no user name or password.");
    else if (url.search || url.hash) mistake(input, "A base URL has no query and no fragment.");
  };

  const checkScope = (values) => {
    const choices = call.parameters.map((p, at) => [p, at]).filter(([p]) => p.in === "scope");
    const given = choices.filter(([, at]) => values[at] !== undefined);
    if (!choices.length || given.length === 1) return;
    const [, at] = given[1] || choices[0];
    mistake(inputs.parameters[at], `Give exactly one of ${choices.map(([p]) => p.name).join(", ")}.`);
  };

  const given = () => {
    const values = call.parameters.map((parameter, at) => entered(parameter, inputs.parameters[at]));
    const text = inputs.text ? inputs.text.value : "";
    if (inputs.text && text.trim() && call.body.form !== "text") parsed(inputs.text, text);
    checkServer(inputs.server);
    checkScope(values);
    return {
      server: inputs.server.value.trim(),
      values,
      secrets: inputs.secrets.map((parts) => parts.map((input) => input.value)),
      text,
      files: inputs.files.flatMap(([name, input]) => Array.from(input.files, (file) => ({ name, file }))),
    };
  };

  /* the response */

  const say = (text, kind) => {
    outcome.textContent = text;
    outcome.dataset.kind = kind;
    spoken.textContent = text;
  };

  const CLASSES = [[/^".*"$/s, "s"], [/^-?\d/, "n"], [/^(true|false|null)$/, "k"]];

  // The tokens of a JSON text, each on the line where it belongs: numbers keep all of their digits.
  const pretty = (text) => {
    const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) || [];
    const pieces = [];
    let depth = 0;
    const line = () => pieces.push(["", `\n${"  ".repeat(Math.min(depth, 20))}`]);
    tokens.forEach((token, at) => {
      const isEmpty = /[[{]/.test(tokens[at - 1]) && /[\]}]/.test(token);
      if (/^[\]}]$/.test(token)) {
        depth -= 1;
        if (!isEmpty) line();
      }
      const name = tokens[at + 1] === ":" ? "t" : (CLASSES.find(([pattern]) => pattern.test(token)) || ["", ""])[1];
      pieces.push([name, token === ":" ? ": " : token]);
      if (/^[[{]$/.test(token)) depth += 1;
      if (token === "," || (/^[[{]$/.test(token) && !/^[\]}]$/.test(tokens[at + 1]))) line();
    });
    return pieces;
  };

  const isJson = (text) => {
    try { JSON.parse(text); return true; } catch { return false; }
  };

  const showText = (text) => {
    if (text.length > MOST) {
      shownBody.textContent = `${text.slice(0, MOST)}\n… the first ${MOST} of ${text.length} characters`;
    } else if (!isJson(text)) {
      shownBody.textContent = text;
    } else if (text.length > COLOURED) {
      shownBody.textContent = pretty(text).map(([, piece]) => piece).join("");
    } else {
      shownBody.replaceChildren(...pretty(text).map(([name, piece]) => name ? element("span", { class: name }, piece) : piece));
    }
  };

  const STREAMS = /event-stream|ndjson|jsonl|json-lines|json-seq/;
  const TEXTS = /^text\/|json|xml|javascript|x-www-form-urlencoded|^$/;

  const readStream = async (response) => {
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let size = 0; size < MOST;) {
      const { done, value } = await reader.read();
      if (done) return;
      const text = decoder.decode(value, { stream: true });
      size += text.length;
      shownBody.append(text);
    }
    running.abort();
  };

  const showFile = async (response, type) => {
    const blob = await response.blob();
    const link = element("a", { href: URL.createObjectURL(blob), download: "response" }, "Save it");
    shownBody.replaceChildren(`${blob.size} bytes of ${type}. `, link);
  };

  const show = async (response, milliseconds) => {
    result.querySelector("dl").replaceChildren(...Array.from(response.headers, ([name, value]) =>
      element("div", {}, element("dt", {}, element("code", {}, name)), element("dd", {}, element("code", {}, value)))));
    say(`${response.status} ${response.statusText} · ${Math.round(milliseconds)} ms`.replace("  ", " "), response.ok ? "good" : "bad");
    const type = (response.headers.get("Content-Type") || "").split(";")[0].toLowerCase();
    if (STREAMS.test(type) && response.body) await readStream(response);
    else if (TEXTS.test(type)) showText(await response.text());
    else await showFile(response, type);
    if (!shownBody.textContent) shownBody.textContent = "(no body)";
  };

  const noResponse = (url) => {
    if (location.protocol === "https:" && url.startsWith("http:")) {
      return "This page came over HTTPS, and the browser lets it call no address that starts with http://.";
    }
    const here = location.protocol === "file:" ? "opened from a disk" : `of ${location.origin}`;
    return `No response from ${new URL(url).origin}: it is not running, or it does not let pages ${here} call it (CORS).`;
  };

  const send = async ({ shown, url, options }) => {
    const abort = new AbortController();
    const careful = { credentials: "omit", redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer" };
    const request = new Request(url, { ...options, ...careful, signal: abort.signal });
    running = abort;
    sending.disabled = true;
    stopping.hidden = result.hidden = false;
    result.querySelector(".console-request").textContent = shown;
    result.querySelector("dl").replaceChildren();
    shownBody.replaceChildren();
    say("Sending …", "");
    const started = performance.now();
    let response = null;
    try {
      response = await fetch(request);
      if (response.type === "opaqueredirect") {
        say("The server redirects this request. The console does not follow, since credentials could reach another server.", "bad");
      } else {
        await show(response, performance.now() - started);
      }
    } catch (error) {
      if (abort.signal.aborted) say(`${outcome.textContent} · stopped`, "");
      else say(response ? `The response could not be read: ${error.message}` : noResponse(url), "bad");
    }
    running = null;
    sending.disabled = false;
    stopping.hidden = true;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    ready();
    const entries = given();
    if (!form.reportValidity() || running) return;
    try {
      await send(window.buildRequest(call, entries));
    } catch (error) {
      result.hidden = false;
      say(error.message, "bad");
    }
  });
  stopping.addEventListener("click", () => running?.abort());
})();
