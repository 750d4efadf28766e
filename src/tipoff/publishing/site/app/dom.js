// Builds elements from plain values. Text is always inserted as text, so feeds cannot inject markup.

const SVG = "http://www.w3.org/2000/svg";

export function h(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

export function s(tag, attributes, ...children) {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

// Runs a task after the browser has drawn, for work that is not visible at first.
export function onceDrawn(task) {
  requestAnimationFrame(() => setTimeout(task));
}

export function replace(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

let lastId = 0;

export function uniqueId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

// Builds a labelled control.
export function field(label, control, extra = "") {
  const id = uniqueId("f");
  control.id = id;
  return h("div", { class: `field ${extra}` }, h("label", { for: id }, label), control);
}

// Builds a select from [value, label] pairs.
export function select(value, options, onchange) {
  const element = h("select", { onchange: (event) => onchange(event.target.value) });
  for (const [key, label] of options) {
    element.append(h("option", { value: key, selected: String(key) === String(value) }, label));
  }
  return element;
}

export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// Returns CSV with a byte order mark for spreadsheets. Texts like formulas get a leading apostrophe.
export function csv(columns, rows) {
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    let text = String(value);
    if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
