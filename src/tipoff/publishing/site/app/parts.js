// Elements and texts that several pages share.

import { h, onceDrawn } from "./dom.js";
import * as f from "./format.js";
import { sparkline } from "./charts.js";
import * as odds from "./odds.js";
import { contextOf, leadOf } from "./slate.js";

export const EXPECTED = "The model's mean and 90 % interval";

export const playerLink = (player, market) =>
  h("a", { href: `#/player/${player.player_id}${market ? `/${market}` : ""}` }, player.player_name);

export const gameLink = (game) =>
  h("a", { href: `#/game/${game.game_id}`, class: "plain whole" }, `${game.away_team_code} @ ${game.home_team_code}`);

export function statusPill(player) {
  if (!player.status) return null;
  const details = [player.reason, player.status_source, player.status_at ? f.ago(player.status_at) : null].filter(Boolean).join(" · ");
  return h("span", { class: `pill ${player.status}`, title: details }, f.words(player.status));
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
  const label = `${f.marketName(row.market)}: ${f.number(row.mean)} expected, 90 % between ${f.number(row.low, 0)} and ${f.number(row.high, 0)}`;
  return sparkline(leadOf(row), row.line, row.side, label, width);
}

export function sparkOf(masses, at, market, mean) {
  return sparkline(masses, at, "over", `${f.marketName(market)}: ${f.number(mean)} expected`);
}

// The probabilities of the side by the model, the market and Tipoff, in words.
export function viewsText(row) {
  if (row.p === null) return `${f.number(row.mean)} expected, 90\u202f% between ${f.number(row.low, 0)} and ${f.number(row.high, 0)}; no book has a line`;
  const parts = [`model ${f.percent(row.modelP, 0)}`];
  if (row.marketP !== null) parts.push(`market ${f.percent(row.marketP, 0)}`);
  parts.push(`Tipoff ${f.percent(row.p, 0)}`);
  return parts.join(", ") + outsideBoth(row);
}

// Explains a probability outside both the model's and the market's: the blend has learned how often
// such prices are right.
const OUTSIDE_MARGIN = 0.005;
function outsideBoth(row) {
  if (row.marketP === null || row.modelP === null) return "";
  const isAbove = row.p > Math.max(row.modelP, row.marketP) + OUTSIDE_MARGIN;
  const isBelow = row.p < Math.min(row.modelP, row.marketP) - OUTSIDE_MARGIN;
  return isAbove || isBelow ? `; over the past year ${row.side}s at this book's prices won ${isAbove ? "more" : "less"} often than the prices implied` : "";
}

// Facts known before tip-off about a player and market; those known to the prediction come first.
export function reasons(player, market, limit) {
  const all = contextOf(player, market);
  const shown = [...all.filter((fact) => fact.is_known).slice(0, limit), ...all.filter((fact) => !fact.is_known).slice(0, limit)];
  return shown.length ? h("ul", { class: "why" }, shown.map((fact) => h("li", null, fact.is_known ? fact.text : `not known when predicted: ${fact.text}`))) : null;
}

// A table's name that wraps only between its words.
export const tableName = (name) => name.split("_").flatMap((word, place) => (place ? [h("wbr"), `_${word}`] : [word]));

// Why there are no expected values yet.
export const NO_BLEND = "Too few lines have been graded yet to weigh the model against the market: there are no expected values and no picks.";
export const isWithoutBlend = (row) => row.hasMarket && row.blend_mean === null;

// Warns of a pick on a player who is unlikely to play.
const UNLIKELY = 0.5;
export function unlikely(row) {
  if (!row.isPick || row.p_plays === null || row.p_plays >= UNLIKELY) return null;
  return h("span", { class: "sub warn" }, `${f.percent(row.p_plays, 0)} likely to play; void if not`);
}

// Warns of a pick at a price that no other book is close to, in implied probability.
const OUTLIER_GAP = 0.05;
export function outlierPrice(row) {
  if (!row.isPick || row.next_price === null || odds.implied(row.next_price) - odds.implied(row.bet_price) < OUTLIER_GAP) return null;
  return h("p", { class: "warn" }, "No other book is close to this price: such a price is more often stale or wrong than generous.");
}

// The best bet on offer and its EV; faint where it is not recommended.
export function betCell(row) {
  const faint = (...parts) => h("span", { class: "faint" }, parts);
  if (!row.hasMarket) return faint("\u2013");
  if (row.recommendation === "HALTED") return faint("withheld");
  if (row.expected_value === null) return faint("pass", isWithoutBlend(row) ? h("span", { class: "sub" }, "no EV yet") : null);
  const bet = h("span", { class: "sub" }, betText(row));
  if (!row.isPick) return faint(`pass ${f.signedPercent(row.expected_value)}`, bet);
  return [h("strong", null, f.signedPercent(row.expected_value)), bet,
    lostEdge(row) ? h("span", { class: "sub warn" }, `now ${f.signedPercent(row.current_expected_value)}`) : null,
    unlikely(row)];
}

// Warns of a ticket whose price is no longer worth taking after later reports and quotes.
const MIN_EXPECTED_VALUE = 0.02;
export function lostEdge(row) {
  const ev = row.current_expected_value;
  if (!row.isPick || ev === null || ev >= MIN_EXPECTED_VALUE) return null;
  const p = row.side === "over" ? row.current_p_over : 1 - row.current_p_over;
  return h("p", { class: "warn" }, `Latest update: ${row.side} ${f.line(row.line)} is now ${f.percent(p, 0)}, EV ${f.signedPercent(ev)} at ${f.price(row.bet_price)}: no longer worth a bet.`);
}

const FIRST_ROWS = 25; // Rows that a new table draws at once, more than fit a screen; the others follow.

// Builds a table that can be sorted by its headings. Columns: {key, label, cell, value, numeric, wide}.
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
    const first = body.hasChildNodes() ? shown.length : FIRST_ROWS;
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

// Builds a plain table from headings and rows of cells; numeric cells have the kind "n".
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

// Builds controls that start folded on narrow screens.
export function foldable(label, ...controls) {
  const roomy = matchMedia("(min-width: 761px)").matches;
  return h("details", { class: "fold", open: roomy }, h("summary", null, label), controls);
}

export function heading(title, ...rest) {
  return h("div", { class: "head" }, h("h1", { tabindex: "-1" }, title), ...rest);
}
