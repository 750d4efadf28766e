// A past slate as it was published: the predictions by player and market, and their results.

import { published, rows } from "./data.js";
import { h } from "./dom.js";
import * as f from "./format.js";
import { EXPECTED, unlikely } from "./parts.js";
import { loadWithOutcomes, settle } from "./settling.js";
import { PICKS } from "./slate.js";

const LATE = "written after tip-off";

// Loads a date's document, with every prediction as a row; null if none was published.
export async function readPast(day) {
  const path = `predictions/${day}.json`;
  if (!published(path)) return null;
  const [document, outcome] = await loadWithOutcomes([path], [day]);
  const players = rows(document.players);
  const lines = new Map(rows(document.lines).map((line) => [`${line.player}|${line.market}`, line]));
  const predictions = Object.entries(document.predictions).flatMap(([market, table]) => rows(table).map((row, place) => {
    const who = players[place];
    const known = outcome({ date: day, market, ...who });
    return completed({ ...row, market, who, outcome: known && isLate(row, who) ? { why: LATE } : known, ...lines.get(`${place}|${market}`) });
  })).filter((row) => row.mean !== null);
  return { day, document, players, predictions, props: predictions.filter((row) => row.line !== undefined) };
}

// Whether a live prediction was written after the current tip-off time, which may have been corrected since.
const isLate = ({ created_at }, { record, tip_at }) => record === "live" && tip_at !== null && new Date(created_at) >= new Date(tip_at);

// Adds the side, line, probability and result to show: those of the ticket if there is one, else those
// of the likelier side of the line.
function completed(row) {
  if (row.line === undefined) return row;
  const isPick = PICKS.includes(row.recommendation);
  const at = isPick ? row.bet_line : row.line;
  const over = row.blend_p_over ?? row.p_over / (1 - row.p_push);
  const side = isPick ? row.bet_side : over >= 0.5 ? "over" : "under";
  const result = isPick ? settle(row.outcome, side, at) : SIDES[settle(row.outcome, "over", at)] ?? null;
  return { ...row, isPick, at, side, p: side === "over" ? over : 1 - over, result, p_plays: row.low_p_plays };
}

// Without a pick, the result is the side that won.
const SIDES = { won: "over", lost: "under", push: "push", void: "void" };

export function recordText(players) {
  const isLive = players.some((player) => player.record === "live");
  return isLive ? "Live: written before tip-off." : "Replayed: rebuilt after the games, from what was known before tip-off.";
}

// The results of picks: "47 won, 52 lost, 9 void"; empty before any is graded.
export function resultsText(picks) {
  const n = Object.groupBy(picks, (row) => row.result ?? "open");
  const parts = [["won", "won"], ["lost", "lost"], ["push", "pushed"], ["void", "void"], ["open", "pending"]];
  if (Object.keys(n).every((key) => key === "open")) return "";
  return parts.filter(([key]) => n[key] || ["won", "lost"].includes(key)).map(([key, name]) => `${n[key]?.length ?? 0} ${name}`).join(", ");
}

const faint = (text) => h("span", { class: "faint" }, text);

// Columns of tables of past predictions, after the first, which names the player or the market.
export const COLUMNS = [
  { key: "line", label: "Line", numeric: true, value: (row) => row.at, cell: (row) => f.line(row.at) },
  { key: "mean", label: "Expected", numeric: true, kind: "wide", title: EXPECTED, value: (row) => row.mean, cell: (row) => [f.number(row.mean), h("span", { class: "sub" }, `${f.number(row.low, 0)}\u2013${f.number(row.high, 0)}`)] },
  { key: "p", label: "Tipoff", numeric: true, title: "Tipoff's probability: of the pick at the ticket's line, else of the likelier side", value: (row) => row.p, cell: (row) => (row.p === undefined ? faint("no line") : [f.percent(row.p, 0), h("span", { class: `sub ${row.side}` }, `${row.side} ${f.line(row.at)}`)]) },
  { key: "pick", label: "Pick", numeric: true, value: (row) => (row.isPick ? row.expected_value : row.line === undefined ? null : -1), cell: pickCell },
  { key: "count", label: "Result", numeric: true, value: (row) => row.outcome?.count, cell: resultCell },
];

function resultCell({ outcome, result }) {
  if (!outcome) return faint("pending");
  return [outcome.why ?? h("strong", null, outcome.count), result ? h("span", { class: `sub ${result}` }, result) : null];
}

function pickCell(row) {
  if (row.line === undefined) return faint("\u2013");
  if (!row.isPick) return faint("pass");
  return [h("strong", null, `${row.recommendation} ${f.price(row.bet_price)}`), h("span", { class: "sub" }, `${f.bookName(row.bet_bookmaker)}, ${f.signedPercent(row.expected_value)}`), unlikely(row)];
}

