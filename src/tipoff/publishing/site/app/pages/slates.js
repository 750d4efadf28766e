// Past slates, as they were written before tip-off or replayed afterwards, with what became of them.

import { counts, currentIndex, load, published, readIndex, rows } from "../data.js";
import { h } from "../dom.js";
import * as f from "../format.js";
import * as p from "../parts.js";

export async function slates({ parts }) {
  if (!currentIndex()) await readIndex();
  return parts[0] ? oneSlate(parts[0]) : listed();
}

function listed() {
  const index = currentIndex();
  const [graded, live] = [new Set(index.results), new Set(index.live)];
  const months = Object.entries(Object.groupBy([...index.predictions].reverse(), (day) => day.slice(0, 7)));
  if (!months.length) return [p.heading("Past slates"), p.empty("No slate has been published yet.")];
  return [p.heading("Past slates", h("p", { class: "lead" }, howMade(index))),
    months.map(([month, days]) => h("section", null, h("h2", null, month), h("ul", { class: "days" },
      [...days].reverse().map((day) => h("li", null, h("a", { href: `#/slates/${day}`, class: [live.has(day) ? "live" : "", graded.has(day) ? "" : "pending"].join(" ").trim() || null, "aria-label": `${f.day(day)}, ${live.has(day) ? "live" : "replayed"}` }, Number(day.slice(8))))))))];
}

// How many dates were predicted before tip-off, and how many only rebuilt afterwards.
function howMade(index) {
  const live = index.live.length;
  const replayed = index.predictions.length - live;
  const parts = [
    live ? `${f.many(live, "date")} with predictions that were written before tip-off, in bold` : "No date with predictions that were written before tip-off",
    replayed ? `${f.many(replayed, "date")} replayed: rebuilt afterwards from what was known then` : null,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

async function oneSlate(day) {
  const path = `predictions/${day}.json`;
  if (!published(path)) return [p.heading(day), p.empty("No slate was published for this date.", h("p", null, h("a", { href: "#/slates" }, "All dates")))];
  const results = `results/${day}.json`;
  const [document, outcome] = await load(...[path, published(results) ? results : null].filter(Boolean));
  const players = rows(document.players);
  const actual = outcomes(outcome, [...new Set(rows(document.lines).map((line) => line.market))]);
  const means = Object.fromEntries(Object.entries(document.predictions).map(([market, table]) => [market, rows(table)]));
  const props = rows(document.lines).map((line) => {
    const player = players[line.player];
    const said = means[line.market][line.player];
    const isPick = ["OVER", "UNDER"].includes(line.recommendation);
    const at = isPick ? line.bet_line : line.line;
    const count = actual?.get(`${player.game_id}|${player.player_id}|${line.market}`);
    return { ...line, ...said, of: player, isPick, at, count, result: count === undefined ? null : verdict(line, isPick, at, count) };
  });
  return [
    p.heading(f.day(day), h("p", { class: "lead" }, summary(props, document))),
    neighbours(day),
    props.length ? table(props) : p.empty("No book had a line.", document.halt.reasons.map((reason) => h("p", null, f.words(reason)))),
  ];
}

function neighbours(day) {
  const days = currentIndex().predictions;
  const place = days.indexOf(day);
  const link = (to, text) => (to ? h("a", { href: `#/slates/${to}` }, text) : null);
  return h("p", { class: "faint" }, link(days[place - 1], `\u2190 ${days[place - 1]}`), " \u00a0 ", h("a", { href: "#/slates" }, "All dates"), " \u00a0 ", link(days[place + 1], `${days[place + 1]} \u2192`));
}

function outcomes(outcome, markets) {
  if (!outcome) return null;
  const people = rows(outcome.players);
  const found = new Map();
  for (const market of markets) {
    counts(outcome, market)?.forEach((count, place) => found.set(`${people[place].game_id}|${people[place].player_id}|${market}`, count));
  }
  return found;
}

function verdict(line, isPick, at, count) {
  if (count === null) return "void";
  if (count === at) return "push";
  if (!isPick) return count > at ? "over" : "under";
  return (count > at) === (line.bet_side === "over") ? "won" : "lost";
}

function summary(props, document) {
  const picks = props.filter((row) => row.isPick);
  const records = [...new Set(rows(document.players).map((player) => player.record))];
  const how = records.includes("live") ? "Live, as it was written before tip-off." : "Replayed: rebuilt as of before tip-off, after the games.";
  if (!picks.length) return `${how} ${f.many(props.length, "line")}, no bet.`;
  const [won, lost] = ["won", "lost"].map((result) => picks.filter((row) => row.result === result).length);
  return `${how} ${f.many(props.length, "line")}, ${f.many(picks.length, "pick")}${won + lost ? `: ${won} won, ${lost} lost` : ", not graded yet"}.`;
}

function table(props) {
  const lead = (row) => row.blend_p_over ?? row.p_over;
  const side = (row) => row.bet_side && row.isPick ? row.bet_side : lead(row) >= 0.5 ? "over" : "under";
  const p_ = (row) => (side(row) === "over" ? lead(row) : 1 - lead(row) - (row.p_push ?? 0));
  return p.sortable({
    caption: "Predictions at a line, and what became of them", rows: props, sort: { key: "pick", direction: -1 }, limit: 100,
    rowClass: (row) => (row.isPick ? "pick" : null),
    columns: [
      { key: "player", label: "Player", value: (row) => row.of.player_name, cell: (row) => [h("a", { href: `#/player/${row.of.player_id}/${row.market}` }, row.of.player_name), h("span", { class: "sub" }, `${f.marketName(row.market)} · ${row.of.away_team_code} @ ${row.of.home_team_code}`)] },
      { key: "line", label: "Line", numeric: true, value: (row) => row.at, cell: (row) => f.line(row.at) },
      { key: "mean", label: "Expected", numeric: true, kind: "wide", title: p.EXPECTED, value: (row) => row.mean, cell: (row) => [f.number(row.mean), h("span", { class: "sub" }, `${f.number(row.low, 0)}\u2013${f.number(row.high, 0)}`)] },
      { key: "p", label: "We said", numeric: true, title: "Of the reference line", kind: "wide", value: p_, cell: (row) => [f.percent(p_(row), 0), h("span", { class: `sub ${side(row)}` }, `${side(row)} ${f.line(row.line)}`)] },
      { key: "pick", label: "Pick", numeric: true, value: (row) => (row.isPick ? row.expected_value : -1), cell: (row) => (row.isPick ? [h("strong", null, `${row.recommendation} ${f.price(row.bet_price)}`), h("span", { class: "sub" }, `${f.bookName(row.bet_bookmaker)}, ${f.signedPercent(row.expected_value)}`)] : h("span", { class: "faint" }, "pass")) },
      { key: "count", label: "Result", numeric: true, value: (row) => row.count, cell: (row) => (row.count === undefined ? h("span", { class: "faint" }, "to come") : [row.count === null ? "did not play" : h("strong", null, row.count), h("span", { class: `sub ${row.result}` }, row.result)]) },
    ],
  });
}
