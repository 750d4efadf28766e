// Today: the picks as tickets, then a table of all props to sort, filter and search.

import { load } from "../data.js";
import { field, h, onceDrawn, replace, select } from "../dom.js";
import * as f from "../format.js";
import { gameName, readSlate } from "../slate.js";
import * as odds from "../odds.js";
import * as p from "../parts.js";
import { logButton } from "../betlog.js";

const MAX_TICKETS = 12;
const MAX_TOTAL_STAKE = 0.1; // Share of the bankroll in one night above which a warning is shown.
const EMPTY = { q: "", game: "", team: "", market: "", book: "", side: "", ev: "", all: "", sort: "ev", down: "1" };

export async function today({ query, setQuery }) {
  const [document] = await load("today.json");
  const slate = readSlate(document);
  const state = { ...EMPTY, ...query };
  const results = h("div", { "aria-live": "off" });
  const count = h("p", { class: "faint", role: "status" });

  const remember = () =>
    setQuery(Object.fromEntries(Object.entries(state).filter(([key, each]) => each !== EMPTY[key])));
  const change = (name) => (value) => {
    state[name] = value;
    remember();
    draw();
  };

  function draw() {
    const shown = slate.predictions.filter((row) => matches(row, state));
    count.textContent = `${f.grouped(shown.length)} of ${f.many(slate.predictions.length, "prediction")}`;
    replace(results, shown.length ? table(shown, state, remember) : nothing(slate, state));
  }

  draw();
  return [
    p.heading(f.day(document.date), slate.games.length ? h("p", { class: "lead" }, summary(slate)) : null),
    slate.games.length ? inputsLine(slate) : null,
    document.notices.map((text) => p.notice(text)),
    tickets(slate),
    slate.predictions.length ? h("section", { "aria-labelledby": "props" },
      h("h2", { id: "props" }, "Every prop"), filters(slate, state, change), count, results) : noSlate(slate),
    slate.predictions.length ? later(() => questions(slate)) : null,
    later(async () => whoIsOut(slate)),
  ];
}

async function questions(slate) {
  const { questionsSection, readQuestions } = await import("../cases.js");
  return questionsSection(await readQuestions(slate));
}

// Reserves the place of a section that is filled after the others are drawn and its document is loaded.
function later(make) {
  const place = h("div");
  const drawn = new Promise(onceDrawn);
  drawn.then(make).then((section) => replace(place, section), (error) => replace(place, p.notice(`This section could not be loaded: ${error.message}`)));
  return place;
}

function summary(slate) {
  const picks = slate.predictions.filter((row) => row.isPick).length;
  const lined = slate.predictions.filter((row) => row.hasMarket).length;
  const games = `${f.many(slate.games.length, "game")}, ${f.many(lined, "prop")} with a line.`;
  if (slate.halted) return `${games} Picks are withheld.`;
  if (!picks && lined && slate.predictions.every((row) => !row.hasMarket || p.isWithoutBlend(row))) return `${games} ${p.NO_BLEND}`;
  if (!picks) return `${games} No picks: no bet on offer has an EV of 2\u202f% or more.`;
  return `${games} ${f.many(picks, "pick")}.`;
}

function inputsLine(slate) {
  const { inputs } = slate.document;
  const upcoming = slate.games.filter((game) => new Date(game.tip_at) > f.now());
  const predicted = slate.predictions.reduce((last, row) => (row.created_at > last ? row.created_at : last), "");
  const parts = [
    ["Next tip", upcoming.length ? `${f.clock(upcoming[0].tip_at)}, ${f.untilTip(upcoming[0].tip_at)}` : "none left"],
    ["Predicted", predicted ? f.ago(predicted) : "afterwards (replayed)"],
    ["Prices", inputs.prices ? f.ago(inputs.prices) : "none"],
    ["Injury report", inputs.injury_report ? f.ago(inputs.injury_report) : "none"],
    ["Lineups", inputs.lineups ? f.ago(inputs.lineups) : "none"],
  ];
  const isStale = upcoming.length && f.minutesAgo(inputs.prices) > 6 * 60;
  return [
    h("dl", { class: "inputs" }, parts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value)))),
    isStale ? p.notice(`The newest price is ${f.ago(inputs.prices)}: check every ticket at the book before you bet.`) : null,
  ];
}

function tickets(slate) {
  const picks = slate.predictions.filter((row) => row.isPick).sort((a, b) => b.expected_value - a.expected_value);
  const halted = slate.predictions.filter((row) => row.recommendation === "HALTED").length;
  if (halted) return p.notice(`${f.many(halted, "pick is", "picks are")} withheld until the slate is complete again.`);
  if (!picks.length) return null;
  const best = picks.filter((row, place) => picks.findIndex((each) => each.player === row.player) === place);
  const shown = best.slice(0, MAX_TICKETS);
  return h("section", { "aria-labelledby": "tickets" }, h("h2", { id: "tickets" }, "Picks"),
    stakes(picks),
    h("ul", { class: "tickets" }, shown.map((row) => ticket(row, picks.filter((each) => each.player === row.player && each !== row)))),
    best.length > shown.length ? h("p", { class: "faint" }, `Each player's best pick. ${f.many(best.length - shown.length, "more player has picks", "more players have picks")} below, sorted by EV.`) : null);
}

// Warns that stakes are sized one by one and may add up to more than anybody should risk in a night.
function stakes(picks) {
  const total = picks.reduce((sum, row) => sum + (row.stake_share ?? 0), 0);
  const players = new Set(picks.map((row) => row.player)).size;
  const text = `${f.many(picks.length, "pick")} on ${f.many(players, "player")}; all stakes add up to ${f.percent(total, 0)} of the bankroll.`;
  if (total <= MAX_TOTAL_STAKE && picks.length === players) return h("p", { class: "faint" }, text);
  return h("p", { class: "faint" }, text, " Each stake is sized as if it were the only bet of the night, and bets on the same player or game tend to win and lose together: choose a few.");
}

export function ticket(row, others = []) {
  return h("li", { class: `ticket ${row.side}` },
    h("div", { class: "who" }, p.playerLink(row.player, row.market), " ", p.statusPill(row.player),
      h("span", { class: "faint" }, `${f.marketName(row.market)} · ${gameName(row.player.game)} · ${f.clock(row.player.game.tip_at)}`)),
    h("p", { class: "bet" }, h("strong", null, `${row.recommendation} ${f.line(row.line)}`), ` at ${f.price(row.bet_price)}`),
    h("p", { class: "faint" }, `${f.bookName(row.bet_bookmaker)} · price ${p.priceAge(row)} · ${elsewhere(row)}`),
    p.spark(row, 280),
    h("p", { class: "say" }, h("strong", null, `Tipoff ${f.percent(row.p)}`), h("span", { class: "faint" }, ` model ${f.percent(row.modelP, 0)}, market ${f.percent(row.marketP, 0)}`)),
    h("dl", null,
      pair("Breaks even at", f.percent(odds.implied(row.bet_price))), pair("Fair price", f.price(row.fair_price)), pair("EV", f.signedPercent(row.expected_value)), pair("Stake", f.stakeText(row.stake_share))),
    p.lostEdge(row),
    p.outlierPrice(row),
    p.unlikely(row),
    p.reasons(row.player, row.market, 3) ?? h("p", { class: "why" }, "No unusual circumstances are known for this game."),
    others.length ? h("p", { class: "faint" }, "Also picked: ", others.map((each, place) => [place ? ", " : "", h("a", { href: `#/player/${each.player.player_id}/${each.market}` }, `${each.side} ${f.line(each.line)} ${f.marketName(each.market)}`), ` ${f.signedPercent(each.expected_value)}`])) : null,
    logButton(row));
}

function elsewhere(row) {
  if (row.next_price === null) return "no other book has this line";
  return `next best ${f.price(row.next_price)} at ${f.bookName(row.next_bookmaker)}`;
}

const pair = (name, value) => h("div", null, h("dt", null, name), h("dd", null, value));

function filters(slate, state, change) {
  const unique = (values) => [...new Set(values)].filter(Boolean).sort();
  const any = (label) => [["", label]];
  const games = slate.games.map((game) => [game.game_id, `${gameName(game)} ${f.clock(game.tip_at)}`]);
  const markets = [...new Set(slate.predictions.map((row) => row.market))].map((key) => [key, f.marketName(key)]);
  const books = unique(slate.predictions.flatMap((row) => [row.bookmaker, row.bet_bookmaker])).map((key) => [key, f.bookName(key)]);
  const teams = unique(slate.players.map((player) => player.team)).map((code) => [code, code]);
  const search = h("input", { type: "search", value: state.q, placeholder: "Player or team", oninput: (event) => change("q")(event.target.value) });
  return h("form", { onsubmit: (event) => event.preventDefault(), "aria-label": "Filter the props" }, p.foldable("Filters", h("div", { class: "filters" },
    field("Search", search, "grow"),
    field("Game", select(state.game, [...any("All games"), ...games], change("game"))),
    field("Team", select(state.team, [...any("All teams"), ...teams], change("team"))),
    field("Market", select(state.market, [...any("All markets"), ...markets], change("market"))),
    field("Book", select(state.book, [...any("All books"), ...books], change("book"))),
    field("Side", select(state.side, [["", "Either"], ["over", "Over"], ["under", "Under"]], change("side"))),
    field("Minimum EV", select(state.ev, [["", "Any"], ["0", "0 %"], ["0.02", "2 %"], ["0.05", "5 %"]], change("ev"))),
    field("Props", select(state.all, [["", "With a line"], ["1", "All predicted"]], change("all"))))));
}

function matches(row, state) {
  return (state.all || row.hasMarket)
    && (!state.q || isNamed(row.player, state.q))
    && (!state.game || row.player.game.game_id === state.game)
    && (!state.team || row.player.team === state.team)
    && (!state.market || row.market === state.market)
    && (!state.book || row.bookmaker === state.book || row.bet_bookmaker === state.book)
    && (!state.side || (row.hasMarket && row.side === state.side))
    && (state.ev === "" || (row.expected_value !== null && row.expected_value >= Number(state.ev)));
}

function isNamed(player, q) {
  return plainText(`${player.player_name} ${player.team} ${player.opponent}`).includes(plainText(q.trim()));
}

// Accents and capitals do not matter in a search.
const plainText = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function table(rows, state, remember) {
  const columns = [
    { key: "player", label: "Player", value: (row) => row.player.player_name, cell: playerCell },
    { key: "market", label: "Market", kind: "wide", value: (row) => f.marketName(row.market), cell: (row) => f.marketName(row.market) },
    { key: "tip", label: "Tip", kind: "wide", value: (row) => row.player.game.tip_at, cell: (row) => f.clock(row.player.game.tip_at) },
    { key: "line", label: "Line", numeric: true, value: (row) => row.line, cell: (row) => f.line(row.line) },
    { key: "expected", label: "Expected", numeric: true, kind: "wide", title: p.EXPECTED, value: (row) => row.mean, cell: expectedCell },
    { key: "spark", label: "Distribution", kind: "wide", cell: (row) => p.spark(row) },
    { key: "p", label: "Tipoff", numeric: true, title: "Tipoff's probability of the pick or the likelier side", value: (row) => row.p, cell: probabilityCell },
    { key: "model", label: "Model", numeric: true, kind: "wide", title: "The model's own probability, made without knowledge of the line", value: (row) => row.modelP, cell: (row) => f.percent(row.modelP, 0) },
    { key: "marketP", label: "Market", numeric: true, kind: "wide", title: "The median no-vig probability of the books", value: (row) => row.marketP, cell: (row) => f.percent(row.marketP, 0) },
    { key: "ev", label: "Best bet", numeric: true, title: "Expected value (EV) of the best bet on offer, per unit staked", value: (row) => row.expected_value, cell: p.betCell },
  ];
  return p.sortable({
    caption: "Every prop with its line, probabilities and best bet",
    columns, rows,
    sort: { key: state.sort, direction: state.down ? -1 : 1 },
    rowClass: (row) => (row.isPick ? "pick" : null),
    onsort: (sort) => { state.sort = sort.key; state.down = sort.direction < 0 ? "1" : ""; remember(); },
  });
}

function playerCell(row) {
  return [p.playerLink(row.player, row.market), " ", p.statusPill(row.player),
    h("span", { class: "sub" }, h("span", { class: "narrow" }, `${f.marketName(row.market)} · `), p.gameLink(row.player.game))];
}

const expectedCell = (row) => [f.number(row.mean), h("span", { class: "sub" }, `${f.number(row.low, 0)}\u2013${f.number(row.high, 0)}`)];

function probabilityCell(row) {
  if (row.p === null) return h("span", { class: "faint" }, "no line");
  return [h("strong", { class: row.side }, f.percent(row.p, 0)), h("span", { class: `sub ${row.side}` }, row.side)];
}

function nothing(slate, state) {
  const filtered = Object.keys(EMPTY).some((key) => !["sort", "down"].includes(key) && state[key]);
  if (!filtered) return p.empty("No book has a line yet.", h("p", null, "Choose \u201cAll predicted\u201d to see the predictions of all players."));
  return p.empty("Nothing matches these filters.", h("p", null, h("a", { href: "#/today" }, "Clear them")));
}

function noSlate(slate) {
  return p.empty("There is no slate to show.",
    h("p", null, h("a", { href: "#/slates" }, "Past slates"), " and ", h("a", { href: "#/record" }, "the record"), " are still here."));
}

function whoIsOut(slate) {
  const listed = slate.players.filter((player) => player.status && player.status !== "available");
  if (!listed.length) return null;
  const rank = ["out", "doubtful", "questionable", "probable"];
  listed.sort((a, b) => rank.indexOf(a.status) - rank.indexOf(b.status) || (b.minutes_avg_last_10 ?? 0) - (a.minutes_avg_last_10 ?? 0));
  return h("section", { "aria-labelledby": "out" }, h("h2", { id: "out" }, "Who is out, and who may sit"),
    p.plain("Injuries and absences", ["Player", "Game", "Status", "Usual minutes", "Source"], listed.map((player) => [
      p.playerLink(player), p.gameLink(player.game), p.statusPill(player), f.number(player.minutes_avg_last_10, 0),
      [player.status_source, player.status_at ? `, ${f.ago(player.status_at)}` : "", player.reason ? h("span", { class: "sub" }, player.reason) : null],
    ]), ["", "", "", "n", "wide"]));
}
