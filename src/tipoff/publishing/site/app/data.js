// Loads documents that are all of one release. The index has the digest of every document of its
// release, and each document has its own. If the two differ, a new release was published in between,
// and the index is read again.

const MAX_ATTEMPTS = 8;
const PAUSE = 40; // Milliseconds, multiplied by the attempt. Switching a release takes about one.
const POLL_SECONDS = 30;
const { earlyRequests } = globalThis; // Documents that first.js has already requested.
let index = null;
let cache = new Map();

export class Missing extends Error {}

async function fetchJson(path) {
  const early = earlyRequests?.[path];
  if (early) delete earlyRequests[path];
  const response = await (early ?? fetch(path, { cache: "no-cache" }));
  if (response.status === 404) throw new Missing(`${path} is not published`);
  if (!response.ok) throw new Error(`${path}: the server responded with status ${response.status}`);
  return response.json();
}

export async function readIndex() {
  index = await fetchJson("index.json");
  return index;
}

export const currentIndex = () => index;

export function published(path) {
  return Boolean(index && index.documents[path]);
}

// Loads several documents of one release. Pages decode their tables when needed.
export async function load(...paths) {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (!index) await readIndex();
    const documents = await Promise.all(paths.map(loadOne));
    if (paths.every((path, place) => documents[place]?.digest === index.documents[path])) return documents;
    cache = new Map();
    await new Promise((done) => setTimeout(done, PAUSE * attempt));
    await readIndex();
  }
  throw new Error("New releases were published while this page was loading: try again.");
}

async function loadOne(path) {
  const digest = index.documents[path];
  if (!digest) throw new Missing(`${path} is not published`);
  const cached = cache.get(path);
  if (cached?.digest === digest) return cached;
  try {
    const document = await fetchJson(path);
    cache.set(path, document);
    return document;
  } catch (error) {
    if (error instanceof Missing) return null; // from another release: load() reads the index again
    throw error;
  }
}

// Calls back when a new release is published.
export function watch(callback, milliseconds = POLL_SECONDS * 1000) {
  setInterval(async () => {
    if (document.visibilityState !== "visible" || !index) return;
    const before = index.digest;
    try {
      const next = await fetchJson("index.json");
      if (next.digest !== before) {
        index = next;
        cache = new Map();
        callback();
      }
    } catch {
      // The server is not reachable; the page stays as it is.
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

// Returns the counts of a date's players in a market; null for an unknown market. Single markets are
// published; the others are sums of those in their name, or whole minutes.
export function counts(document, market) {
  if (document.actual[market]) return values(document.actual[market]);
  if (market === MINUTES) {
    return values(document.players.seconds).map((seconds) => Math.floor((seconds + SECONDS / 2) / SECONDS));
  }
  const parts = market.replace("player_", "").split("_").map((name) => document.actual[`player_${name}`]);
  if (!parts.every(Boolean)) return null;
  return parts.map(values).reduce((total, part) => total.map((count, place) => count + part[place]));
}

// Returns the rows of a table.
export function rows(table) {
  const names = Object.keys(table ?? {});
  if (!names.length) return [];
  const columns = names.map((name) => values(table[name]));
  const empty = Object.fromEntries(names.map((name) => [name, null])); // So that all rows have the same shape.
  return columns[0].map((_, place) => {
    const row = { ...empty };
    for (let n = 0; n < names.length; n += 1) row[names[n]] = columns[n][place];
    return row;
  });
}

// Returns row views that read from the columns on access, because only a few of thousands of rows and
// dozens of columns are ever used. The columns are properties of the prototype: { ...row } lacks them.
export function views(table) {
  class Row {
    constructor(place) {
      this.place = place;
    }
  }
  const columns = Object.entries(table).map(([name, column]) => [name, values(column)]);
  for (const [name, column] of columns) {
    Object.defineProperty(Row.prototype, name, { get() { return column[this.place]; } });
  }
  return (columns[0]?.[1] ?? []).map((_, place) => new Row(place));
}
