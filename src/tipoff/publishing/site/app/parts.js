// Pieces that several pages are made of.

import { h, onceDrawn } from "./dom.js";
import * as f from "./format.js";
import { sparkline } from "./charts.js";
import * as odds from "./odds.js";
import { contextOf, leadOf } from "./slate.js";

export const EXPECTED = "By the model alone, in every market: the mean, and the 90 % interval";

export const playerLink = (player, market) =>
  h("a", { href: `#/player/${player.player_id}${market ? `/${market}` : ""}` }, player.player_name);

export const gameLink = (game) =>
  h("a", { href: `#/game/${game.game_id}`, class: "plain whole" }, `${game.away_team_code} @ ${game.home_team_code}`);

export function statusPill(player) {
  if (!player.status) return null;
  const told = [player.reason, player.status_source, player.status_at ? f.ago(player.status_at) : null].filter(Boolean).join(" · ");
  return h("span", { class: `pill ${player.status}`, title: told }, f.words(player.status));
}

export function lineupText(player, team) {
  if (!team?.lineup_status) return null;
  if (player.starting === true) return `${team.lineup_status} to start`;
  return player.starting === false ? `${team.lineup_status} off the bench` : null;
}

// The best bet on offer, whether it is recommended or not: "UNDER 31.5 at −105, DraftKings"
export function betText(row) {
  return `${row.bet_side.toUpperCase()} ${f.line(row.bet_line)} at ${f.price(row.bet_price)}, ${f.bookName(row.bet_bookmaker)}`;
}

export function priceAge(row) {
  if (row.price_captured_at) return f.ago(row.price_captured_at);
  if (row.price_now !== null && row.price_now !== row.bet_price) return `now ${f.price(row.price_now)}`;
  return row.price_now === null ? "no longer quoted" : "age unknown";
}

export function spark(row, width) {
  const told = `${f.marketName(row.market)}: ${f.number(row.mean)} expected, 90 % between ${f.number(row.low, 0)} and ${f.number(row.high, 0)}`;
  return sparkline(leadOf(row), row.line, row.side, told, width);
}

export function sparkOf(masses, at, market, mean) {
  return sparkline(masses, at, "over", `${f.marketName(market)}: ${f.number(mean)} expected`);
}

// What three views say of the likelier side, in words.
export function viewsText(row) {
  if (row.p === null) return `${f.number(row.mean)} expected, 90\u202f% between ${f.number(row.low, 0)} and ${f.number(row.high, 0)}; no book has a line`;
  const parts = [`model ${f.percent(row.modelP, 0)}`];
  if (row.marketP !== null) parts.push(`market ${f.percent(row.marketP, 0)}`);
  parts.push(`we say ${f.percent(row.p, 0)}`);
  return parts.join(", ") + beyondBoth(row);
}

// Why what we say lies outside of both views: the blend has learned how often such prices are right.
const APART = 0.005;
function beyondBoth(row) {
  if (row.marketP === null || row.modelP === null) return "";
  const more = row.p > Math.max(row.modelP, row.marketP) + APART;
  const less = row.p < Math.min(row.modelP, row.marketP) - APART;
  return more || less ? `; over the past year ${row.side}s at this book's prices came in ${more ? "more" : "less"} often than it said` : "";
}

// What was known before tip-off, of a player in a market: first what the prediction knew.
export function reasons(player, market, limit) {
  const all = contextOf(player, market);
  const shown = [...all.filter((fact) => fact.is_known).slice(0, limit), ...all.filter((fact) => !fact.is_known).slice(0, limit)];
  return shown.length ? h("ul", { class: "why" }, shown.map((fact) => h("li", null, fact.is_known ? fact.text : `not known to this prediction: ${fact.text}`))) : null;
}

// A table's name, which breaks only between its words.
export const tableName = (name) => name.split("_").flatMap((word, place) => (place ? [h("wbr"), `_${word}`] : [word]));

// Why nothing is said of what a price is worth.
export const NO_BLEND = "Too few lines have results yet to learn how far to trust the market: nothing is said of what a price is worth, and nothing is bet on.";
export const isWithoutBlend = (row) => row.hasMarket && row.blend_mean === null;

// Of a pick on a player who is unlikely to play.
const UNLIKELY = 0.5;
export function unlikely(row) {
  if (!row.isPick || row.p_plays === null || row.p_plays >= UNLIKELY) return null;
  return h("span", { class: "sub warn" }, `plays with ${f.percent(row.p_plays, 0)}; void if not`);
}

// Of a pick at a price that no other book comes near, by so much of the probability it stands for.
const FAR = 0.05;
export function lonePrice(row) {
  if (!row.isPick || row.next_price === null || odds.implied(row.next_price) - odds.implied(row.bet_price) < FAR) return null;
  return h("p", { class: "warn" }, "No other book comes near this price: such a price is more often late or mistaken than generous.");
}

// What the best bet on offer is worth, and which it is: quietly, where it is not recommended.
export function betCell(row) {
  const faint = (...parts) => h("span", { class: "faint" }, parts);
  if (!row.hasMarket) return faint("\u2013");
  if (row.recommendation === "HALTED") return faint("withheld");
  if (row.expected_value === null) return faint("pass", isWithoutBlend(row) ? h("span", { class: "sub" }, "not valued yet") : null);
  const which = h("span", { class: "sub" }, betText(row));
  if (!row.isPick) return faint(`pass ${f.signedPercent(row.expected_value)}`, which);
  return [h("strong", null, f.signedPercent(row.expected_value)), which,
    asThingsStand(row) ? h("span", { class: "sub warn" }, `now ${f.signedPercent(row.current_expected_value)}`) : null,
    unlikely(row)];
}

// Where a ticket is not worth its price any more by what was reported and quoted after it was written.
const WORTH_A_BET = 0.02;
export function asThingsStand(row) {
  const worth = row.current_expected_value;
  if (!row.isPick || worth === null || worth >= WORTH_A_BET) return null;
  const now = row.side === "over" ? row.current_p_over : 1 - row.current_p_over;
  return h("p", { class: "warn" }, `As things stand ${row.side} ${f.line(row.line)} is at ${f.percent(now, 0)} and worth ${f.signedPercent(worth)} at ${f.price(row.bet_price)}: not worth the price any more.`);
}

const AT_FIRST = 25; // Rows of a new table: more than a screen shows. The others follow.

// A table that can be sorted by its headings. Columns: {key, label, cell, value, numeric, wide}.
export function sortable({ caption, columns, rows, sort, limit = 100, rowClass, onsort }) {
  const state = { ...sort, limit };
  const body = h("tbody");
  const heads = columns.map((column) => heading(column));
  const more = h("button", { type: "button", class: "quiet more", onclick: () => { state.limit = Infinity; draw(); } });
  const table = h("table", null, h("caption", { class: "hidden" }, caption), h("thead", null, h("tr", null, heads)), body);

  function heading(column) {
    const label = h("button", { type: "button", onclick: () => reorder(column) }, h("span", { class: "arrow", "aria-hidden": "true" }), column.label);
    const kind = [column.numeric ? "n" : "", column.wide ? "wide" : "", column.kind ?? ""].join(" ").trim();
    return h("th", { scope: "col", class: kind, title: column.title }, column.value ? label : column.label);
  }

  function reorder(column) {
    const first = column.numeric ? -1 : 1;
    state.direction = state.key === column.key ? -state.direction : first;
    state.key = column.key;
    onsort?.(state);
    draw();
  }

  function draw() {
    const column = columns.find((each) => each.key === state.key);
    const sorted = column ? [...rows].sort((a, b) => compare(column.value(a), column.value(b)) * state.direction || 0) : rows;
    if (column) sorted.sort((a, b) => missing(column.value(a)) - missing(column.value(b)));
    heads.forEach((head, place) => {
      const own = columns[place].key === state.key && columns[place].value;
      if (own) head.setAttribute("aria-sort", state.direction < 0 ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const shown = sorted.slice(0, state.limit);
    const first = body.hasChildNodes() ? shown.length : AT_FIRST;
    body.replaceChildren(...shown.slice(0, first).map(drawn));
    if (shown.length > first) onceDrawn(() => body.childElementCount === first && body.append(...shown.slice(first).map(drawn)));
    more.hidden = sorted.length <= state.limit;
    more.textContent = `Show all ${f.grouped(sorted.length)}`;
  }

  function drawn(row) {
    return h("tr", { class: rowClass?.(row) }, columns.map((column, place) => {
      const kind = [column.numeric ? "n" : "", column.wide ? "wide" : "", column.kind ?? ""].join(" ").trim();
      return h(place === 0 ? "th" : "td", { class: kind, scope: place === 0 ? "row" : null }, column.cell(row));
    }));
  }

  draw();
  return h("div", { class: "table" }, table, more);
}

const missing = (value) => (value === null || value === undefined || Number.isNaN(value) ? 1 : 0);

function compare(a, b) {
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b);
  return (a ?? 0) - (b ?? 0);
}

// A plain table from headings and rows of cells; numbers are cells of kind "n".
export function plain(caption, headings, body, kinds = []) {
  const kind = (place) => kinds[place] ?? "";
  return h("div", { class: "table fitted", tabindex: "0", role: "group", "aria-label": caption }, h("table", null,
    h("caption", { class: "hidden" }, caption),
    h("thead", null, h("tr", null, headings.map((text, place) => h("th", { scope: "col", class: kind(place) }, text)))),
    h("tbody", null, body.map((cells) => h("tr", null, cells.map((cell, place) => h(place ? "td" : "th", { class: kind(place), scope: place ? null : "row" }, cell))))),
  ));
}

export function notice(...children) {
  return h("p", { class: "notice" }, ...children);
}

export function empty(title, ...children) {
  return h("div", { class: "empty" }, h("p", { class: "strong" }, title), children);
}

// Filters that fold away where there is little room.
export function foldable(label, ...controls) {
  const roomy = matchMedia("(min-width: 761px)").matches;
  return h("details", { class: "fold", open: roomy }, h("summary", null, label), controls);
}

export function heading(title, ...rest) {
  return h("div", { class: "head" }, h("h1", { tabindex: "-1" }, title), ...rest);
}
