// The request of the console: values become text in the styles of OpenAPI 3.2, 4.12.2, as the client
// writes them. Knows nothing of the page.
"use strict";
(function () {
  const RESERVED = "/?:@!$'()*,;=[]";
  const SEGMENT = "!$&'()*+,;=:@";
  const DELIMITERS = { spaceDelimited: " ", pipeDelimited: "|", tabDelimited: "\t" };
  const utf8 = new TextEncoder();

  const code = (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  const quote = (text, safe = "") => text.replace(/[^\w.~-]/gu, (found) =>
    safe.includes(found) ? found : Array.from(utf8.encode(found), code).join(""));
  const quoteField = (text) => quote(text).replaceAll("%20", "+");

  const isSent = (value) => value !== null && value !== undefined;
  const isNested = (value) => isSent(value) && typeof value === "object";
  const entriesOf = (value) => isNested(value) && !Array.isArray(value)
    ? Object.entries(value).filter(([, entry]) => isSent(entry)) : null;
  const itemsOf = (value) => Array.isArray(value) ? value.filter(isSent) : null;
  const scalar = (value) => isNested(value) ? JSON.stringify(value) : String(value);
  const word = (style, value) => quote(scalar(value), style.reserved ? RESERVED : "");

  /* one parameter, in a style */

  const matrix = (style, name, value) => {
    const key = quote(name), entries = entriesOf(value), items = itemsOf(value);
    if (style.explode && entries) return entries.map(([k, v]) => `;${word(style, k)}=${word(style, v)}`).join("");
    if (style.explode && items) return items.map((item) => `;${key}=${word(style, item)}`).join("");
    const text = inPath({ name: "simple" }, name, value);
    return `;${key}${text ? "=" : ""}${text}`;
  };

  const inPath = (style, name, value) => {
    if (style.name === "json") return quote(JSON.stringify(value));
    if (style.name === "matrix") return matrix(style, name, value);
    const entries = entriesOf(value), items = itemsOf(value);
    let between = style.name === "label" && style.explode ? "." : ",";
    let words = [];
    if (entries) {
      words = entries.map(([k, v]) => `${word(style, k)}${style.explode ? "=" : ","}${word(style, v)}`);
    } else if (items) {
      words = items.map((item) => word(style, item));
      if (style.name in DELIMITERS) between = quote(DELIMITERS[style.name]);
    } else {
      words = [word(style, value)];
    }
    return (style.name === "label" ? "." : "") + words.join(between);
  };

  const nested = (style, key, value) => {
    const entries = entriesOf(value), items = itemsOf(value);
    if (entries) return entries.flatMap(([k, v]) => nested(style, `${key}%5B${word(style, k)}%5D`, v));
    if (items && items.some(isNested)) return items.flatMap((item, at) => nested(style, `${key}%5B${at}%5D`, item));
    return (items || [value]).map((item) => `${key}=${word(style, item)}`);
  };

  const inQuery = (style, name, value) => {
    if (!isSent(value)) return [];
    const key = style.whole ? "" : `${quote(name)}=`;
    const entries = entriesOf(value), items = itemsOf(value);
    if (style.name === "json") return [key + quote(JSON.stringify(value), style.reserved ? RESERVED : "")];
    if (style.name === "deepObject" && entries) return nested(style, quote(name), value);
    if (style.explode && entries) return entries.flatMap(([k, v]) => nested(style, word(style, k), v));
    if (style.explode && items && style.name === "form") return items.map((item) => key + word(style, item));
    if (!entries && !items) return [key + word(style, value)];
    const words = (entries ? entries.flat() : items).map((item) => word(style, item));
    return words.length ? [key + words.join(quote(DELIMITERS[style.name] || ",", ","))] : [];
  };

  const inHeader = (style, value) => {
    if (style.name === "json") {
      return JSON.stringify(value).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
    const entries = entriesOf(value), items = itemsOf(value);
    if (entries) return entries.map(([k, v]) => `${k}${style.explode ? "=" : ","}${scalar(v)}`).join(",");
    return items ? items.map(scalar).join(DELIMITERS[style.name] || ",") : scalar(value);
  };

  /* queries and forms, as the API usually writes them */

  const pairsOf = (name, value, arrays, objects) => {
    if (!isSent(value)) return [];
    if (!isNested(value)) return [[name, String(value)]];
    const entries = entriesOf(value);
    if (entries) {
      return entries.flatMap(([k, v]) => pairsOf(objects === "dots" ? `${name}.${k}` : `${name}[${k}]`, v, arrays, objects));
    }
    if (arrays === "comma") return value.length ? [[name, itemsOf(value).map(scalar).join(",")]] : [];
    const key = { repeat: () => name, brackets: () => `${name}[]`, indices: (at) => `${name}[${at}]` }[arrays];
    return value.flatMap((item, at) => pairsOf(key(at), item, arrays, objects));
  };
  const fieldsOf = (name, value, arrays, objects) =>
    pairsOf(name, value, arrays, objects).map(([key, text]) => `${quoteField(key)}=${quoteField(text)}`);

  const isJson = (type) => /^application\/json$|\+json$/.test((type || "").split(";")[0].trim().toLowerCase());

  const form = (body, fields) => Object.entries(fields).flatMap(([name, value]) => {
    const { style, explode, type } = body.encodings[name] || {};
    if (isJson(type) && isSent(value)) return [`${quoteField(name)}=${quoteField(JSON.stringify(value))}`];
    if (style && style !== "deepObject") return inQuery({ name: style, explode }, name, value);
    return fieldsOf(name, value, style ? "indices" : body.arrays, "brackets");
  }).join("&");

  /* multipart forms (RFC 7578); FormData would give each JSON part the name of a file */

  const disposition = (name) => name.replace(/["\r\n]/g, (found) => code(found.charCodeAt(0)));

  const textParts = (body, name, value) => {
    const { type } = body.encodings[name] || {};
    if (type && isJson(type) && isSent(value)) return [[name, type, JSON.stringify(value)]];
    if (type && isSent(value)) return [value].flat().map((item) => [name, type.split(",")[0], scalar(item)]);
    const holdsObjects = Array.isArray(value) ? value.some(isNested) : isNested(value);
    if (!body.objects && holdsObjects) {
      return [value].flat().map((item) => [name, "application/json", JSON.stringify(item)]);
    }
    return pairsOf(name, value, body.arrays, body.objects || "brackets").map(([key, text]) => [key, "", text]);
  };

  const multipart = (body, fields, files) => {
    const random = crypto.getRandomValues(new Uint8Array(16));
    const mark = `form-${Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
    const parts = [
      ...Object.entries(fields).flatMap(([name, value]) => textParts(body, name, value)),
      ...files.map(({ name, file }) => {
        const { type } = body.encodings[name] || {};
        const isOne = type && !/[*,]/.test(type);
        return [name, (isOne && type) || file.type || "application/octet-stream", file];
      }),
    ];
    const pieces = parts.flatMap(([name, type, content]) => {
      const file = content instanceof File ? `; filename="${disposition(content.name)}"` : "";
      const head = `Content-Disposition: form-data; name="${disposition(name)}"${file}\r\n`;
      return [`--${mark}\r\n${head}${type ? `Content-Type: ${type}\r\n` : ""}\r\n`, content, "\r\n"];
    });
    return [`${body.type}; boundary=${mark}`, new Blob([...pieces, `--${mark}--\r\n`])];
  };

  const contentOf = (body, given) => {
    const { text, files } = given;
    if (body.form === "file") {
      const [found] = files;
      const type = body.type.includes("*") ? (found && found.file.type) || "application/octet-stream" : body.type;
      return found ? [type, found.file] : [];
    }
    if (!text.trim() && !files.length) return [];
    if (body.form === "json" || body.form === "text") return [body.type, text];
    const fields = text.trim() ? JSON.parse(text) : {};
    return body.form === "form" ? [body.type, form(body, fields)] : multipart(body, fields, files);
  };

  /* the request */

  const base64 = (text) => btoa(String.fromCharCode(...utf8.encode(text)));

  const pathOf = (call, values) => {
    const path = call.path.replace(/\{([^{}]+)\}/g, (found, name) => {
      if (!values.has(name)) return found;
      const { style, value } = values.get(name);
      return style ? inPath(style, name, value) : quote(scalar(value), SEGMENT);
    });
    for (const segment of path.split("/")) {
      if (/^(\.|%2e){1,2}$/i.test(segment)) throw new Error(`A path may not have the segment '${segment}': it leads elsewhere.`);
    }
    return path;
  };

  // ``given``: the ``server``; ``values``, one for each parameter or undefined; ``secrets``, the texts
  // of each credential; ``text`` and ``files`` of the body.
  window.buildRequest = (call, given) => {
    const headers = new Headers(call.headers);
    headers.set("Accept", call.accept);
    const path = new Map(), query = call.query.flatMap(([name, text]) => fieldsOf(name, text)), styled = [];
    call.parameters.forEach((parameter, at) => {
      const { name, style } = parameter, value = given.values[at];
      if (!isSent(value)) return;
      if (parameter.in === "path") path.set(name, { style, value });
      else if (parameter.in === "header") headers.set(name, inHeader(style || { name: "simple" }, value));
      else if (parameter.in === "query" && style) styled.push(...inQuery(style, name, value));
      else if (parameter.in === "query") query.push(...fieldsOf(name, value, call.arrays, call.objects));
      else {
        path.set(call.scope.kind, { value: parameter.kind });
        path.set(call.scope.id, { value });
      }
    });
    const shown = [...query, ...styled], secret = [];
    call.credentials.forEach((credential, at) => {
      const texts = given.secrets[at];
      if (!texts[0]) return;
      const value = credential.prefix + (texts.length > 1 ? base64(texts.join(":")) : texts[0]);
      if (credential.in === "header") headers.set(credential.name, value);
      else secret.push(...fieldsOf(credential.name, value));
    });
    const [type, content] = call.body ? contentOf(call.body, given) : [];
    if (type) headers.set("Content-Type", type);
    const address = given.server.replace(/\/+$/, "") + pathOf(call, path);
    const full = [...shown, ...secret].join("&");
    return {
      shown: `${call.verb} ${address}${shown.length ? "?" : ""}${shown.join("&")}`,
      url: full ? `${address}?${full}` : address,
      options: { method: call.verb, headers, body: content },
    };
  };
})();
