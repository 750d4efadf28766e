// Past slates, written before tip-off or replayed afterwards, with their results.

import { currentIndex, readIndex } from "../data.js";
import { h } from "../dom.js";
import * as f from "../format.js";
import * as p from "../parts.js";
import { COLUMNS, readPast, recordText, resultsText } from "../past.js";

export async function slates({ parts: [day, player] }) {
  if (!currentIndex()) await readIndex();
  if (!day) return listed();
  const past = await readPast(day);
  if (!past) return [p.heading(day), p.empty("No slate was published for this date.", h("p", null, h("a", { href: "#/slates" }, "All dates")))];
  return player ? onePlayer(past, Number(player)) : oneSlate(past);
}

function listed() {
  const index = currentIndex();
  const [graded, live] = [new Set(index.results), new Set(index.live)];
  const months = Object.entries(Object.groupBy([...index.predictions].reverse(), (day) => day.slice(0, 7)));
  if (!months.length) return [p.heading("Past slates"), p.empty("No slate has been published yet.")];
  return [p.heading("Past slates", h("p", { class: "lead" }, datesMade(index))),
    months.map(([month, days]) => h("section", null, h("h2", null, f.month(month)), h("ul", { class: "days" },
      [...days].reverse().map((day) => h("li", null, h("a", { href: `#/slates/${day}`, class: [live.has(day) ? "live" : "", graded.has(day) ? "" : "pending"].join(" ").trim() || null, "aria-label": `${f.day(day)}, ${live.has(day) ? "live" : "replayed"}` }, Number(day.slice(8))))))))];
}

// States how many dates were predicted before tip-off and how many were only replayed.
function datesMade(index) {
  const live = index.live.length;
  const replayed = index.predictions.length - live;
  const parts = [
    live ? `${f.many(live, "date")} with predictions written before tip-off, in bold` : "No date with predictions written before tip-off",
    replayed ? `${f.many(replayed, "date")} replayed: rebuilt afterwards from what was known then` : null,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

function oneSlate({ day, document, players, props }) {
  return [
    p.heading(f.day(day), h("p", { class: "lead" }, summary(props, players))),
    neighbours(day),
    props.length ? table(props, day) : p.empty("No book had a line.", document.halt.reasons.map((reason) => h("p", null, f.words(reason)))),
  ];
}

function neighbours(day) {
  const days = currentIndex().predictions;
  const place = days.indexOf(day);
  const link = (to, text) => (to ? h("a", { href: `#/slates/${to}` }, text) : null);
  return h("p", { class: "faint" }, link(days[place - 1], `\u2190 ${days[place - 1]}`), " \u00a0 ", h("a", { href: "#/slates" }, "All dates"), " \u00a0 ", link(days[place + 1], `${days[place + 1]} \u2192`));
}

function summary(props, players) {
  const picks = props.filter((row) => row.isPick);
  const lines = f.many(props.length, "line");
  if (!picks.length) return `${recordText(players)} ${lines}, no picks.`;
  const results = resultsText(picks);
  return `${recordText(players)} ${lines}, ${f.many(picks.length, "pick")}${results ? `: ${results}` : ", not graded yet"}.`;
}

function table(props, day) {
  const player = { key: "player", label: "Player", value: (row) => row.who.player_name, cell: (row) => [h("a", { href: `#/slates/${day}/${row.who.player_id}` }, row.who.player_name), h("span", { class: "sub" }, `${f.marketName(row.market)} · ${gameOf(row.who)}`)] };
  return p.sortable({
    caption: "Predictions at a line and their results", rows: props, sort: { key: "pick", direction: -1 }, limit: 100,
    rowClass: (row) => (row.isPick ? "pick" : null), columns: [player, ...COLUMNS],
  });
}

// The schedule may no longer have the game.
const gameOf = (player) => (player.home_team_code ? `${player.away_team_code} @ ${player.home_team_code}` : "game cancelled");

// All predictions of one player on a past slate.
function onePlayer({ day, predictions }, id) {
  const own = predictions.filter((row) => row.who.player_id === id);
  const back = h("p", { class: "faint" }, h("a", { href: `#/slates/${day}` }, `\u2190 The slate of ${f.day(day)}`), " \u00a0 ", h("a", { href: `#/player/${id}` }, "The player's current page"));
  if (!own.length) return [p.heading(f.day(day)), back, p.empty("This player had no predictions on this date.")];
  own.sort((a, b) => f.marketPlace(a.market) - f.marketPlace(b.market));
  const { who } = own[0];
  const market = { key: "market", label: "Market", value: (row) => f.marketPlace(row.market), cell: (row) => [f.marketName(row.market), h("span", { class: "sub" }, h("span", { class: "narrow" }, `${f.number(row.mean)} expected`))] };
  return [
    p.heading(who.player_name, h("p", { class: "lead" }, `${gameOf(who)}, ${f.day(day)}. ${recordText([who])}`)),
    back,
    p.sortable({
      caption: `Predictions of ${who.player_name} and their results`, rows: own, sort: { key: "market", direction: 1 },
      rowClass: (row) => (row.isPick ? "pick" : null), columns: [market, ...COLUMNS],
    }),
    h("p", { class: "faint" }, "Past dates show only this. Full distributions, every book's prices and reasons are published only for the upcoming slate."),
  ];
}
