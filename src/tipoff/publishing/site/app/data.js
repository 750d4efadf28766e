// Documents of one release. The index states the digest of every document of its release, and each
// document states its own: where the two differ a new release was switched to in between, and the
// index is read again. So what is shown together is of one release.

const TRIES = 8;
const PAUSE = 40; // Milliseconds, longer at each try: a release is switched in one.
const POLL_SECONDS = 30;
let index = null;
let held = new Map();

export class Missing extends Error {}

async function fetchJson(path) {
  const early = globalThis.asked?.[path]; // first.js asked for it
  if (early) delete globalThis.asked[path];
  const answer = await (early ?? fetch(path, { cache: "no-cache" }));
  if (answer.status === 404) throw new Missing(`${path} is not published`);
  if (!answer.ok) throw new Error(`${path}: the host answers ${answer.status}`);
  return answer.json();
}

export async function readIndex() {
  index = await fetchJson("index.json");
  return index;
}

export const currentIndex = () => index;

export function published(path) {
  return Boolean(index && index.documents[path]);
}

// Several documents of one release, decoded lazily by the pages.
export async function load(...paths) {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (!index) await readIndex();
    const found = await Promise.all(paths.map(one));
    if (paths.every((path, place) => found[place]?.digest === index.documents[path])) return found;
    held = new Map();
    await new Promise((done) => setTimeout(done, PAUSE * attempt));
    await readIndex();
  }
  throw new Error("Releases follow each other too fast to read one whole: try again.");
}

async function one(path) {
  const digest = index.documents[path];
  if (!digest) throw new Missing(`${path} is not published`);
  const known = held.get(path);
  if (known?.digest === digest) return known;
  try {
    const document = await fetchJson(path);
    held.set(path, document);
    return document;
  } catch (error) {
    if (error instanceof Missing) return null; // of another release: the index is read again
    throw error;
  }
}

// Calls back when another release is published.
export function watch(callback, milliseconds = POLL_SECONDS * 1000) {
  setInterval(async () => {
    if (document.visibilityState !== "visible" || !index) return;
    const before = index.digest;
    try {
      const next = await fetchJson("index.json");
      if (next.digest !== before) {
        index = next;
        held = new Map();
        callback();
      }
    } catch {
      // The host is away; what is shown stays.
    }
  }, milliseconds);
}

export function values(column) {
  if (Array.isArray(column)) return column;
  if (column.codes) return column.codes.map((code) => column.values[code]);
  return column.values.flatMap((value, place) => Array(column.counts[place]).fill(value));
}

const MINUTES = "player_minutes";
const SECONDS = 60;

// What each player of a date's results did in a market; null of a market that is not known. Single
// markets are stated; others are the sum of those that they are named after, or the whole minutes.
export function counts(document, market) {
  if (document.actual[market]) return values(document.actual[market]);
  if (market === MINUTES) {
    return values(document.players.seconds).map((seconds) => Math.floor((seconds + SECONDS / 2) / SECONDS));
  }
  const parts = market.replace("player_", "").split("_").map((name) => document.actual[`player_${name}`]);
  if (!parts.every(Boolean)) return null;
  return parts.map(values).reduce((total, part) => total.map((count, place) => count + part[place]));
}

// A table's columns as rows.
export function rows(table) {
  const names = Object.keys(table ?? {});
  if (!names.length) return [];
  const columns = names.map((name) => values(table[name]));
  const empty = Object.fromEntries(names.map((name) => [name, null])); // All rows are of one shape.
  return columns[0].map((_, place) => {
    const row = { ...empty };
    for (let n = 0; n < names.length; n += 1) row[names[n]] = columns[n][place];
    return row;
  });
}

// Rows that look into the columns when they are asked: of thousands of rows and dozens of columns few
// are looked at. The columns are the prototype's: { ...row } has none of them.
export function views(table) {
  class Row {
    constructor(place) {
      this.place = place;
    }
  }
  const columns = Object.entries(table).map(([name, column]) => [name, values(column)]);
  for (const [name, held] of columns) {
    Object.defineProperty(Row.prototype, name, { get() { return held[this.place]; } });
  }
  return (columns[0]?.[1] ?? []).map((_, place) => new Row(place));
}
