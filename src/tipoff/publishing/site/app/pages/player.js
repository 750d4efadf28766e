// A player: the distribution of each market against a line that the reader can move, and past games.

import { load, published, rows } from "../data.js";
import { append, field, h, replace, select } from "../dom.js";
import { barOf, gameBars, moveChart, pmfChart } from "../charts.js";
import * as f from "../format.js";
import * as odds from "../odds.js";
import * as p from "../parts.js";
import { playerQuestions, readQuestions } from "../cases.js";
import { leadOf, modelOf, readSlate } from "../slate.js";
import { ticket } from "./today.js";

const ZONES = [["paint", "Paint"], ["mid_range", "Mid-range"], ["corner_three", "Corner three"], ["above_break_three", "Above the break"]];
const MINUTES = "minutes";
const toHalf = (value) => Math.round(value * 2) / 2;

export async function player({ parts, query, setQuery }) {
  const id = Number(parts[0]);
  const [document] = await load("today.json");
  const [directory] = published("directory.json") ? await load("directory.json") : [null];
  const slate = readSlate(document);
  const listed = slate.players.find((each) => each.player_id === id);
  const named = rows(directory?.players).find((each) => each.player_id === id);
  if (!listed && !named) return [p.heading("No such player"), p.empty("Nobody with this number played in the last two seasons.")];
  const team = named ? rows(directory.teams)[named.team] : null;
  const path = team ? `teams/${team.team_id}.json` : null;
  const [log] = path && published(path) ? await load(path) : [null];
  const [prices] = listed ? await load("prices.json") : [null];
  const own = slate.predictions.filter((row) => row.player === listed);
  const games = log ? gamesOf(log, id) : [];
  const [moves] = listed && published("movement.json") ? await load("movement.json") : [null];
  const place = listed ? listed.place : -1;
  const offers = prices ? rows(prices.offers).filter((offer) => offer.player === place) : [];
  const wanted = parts[1] ?? own.find((row) => row.isPick)?.market ?? own.find((row) => row.hasMarket)?.market ?? own[0]?.market ?? "player_points";
  const name = listed?.player_name ?? named.player_name;
  const row = own.find((each) => each.market === wanted);
  const state = { line: startLine(query, row, games, wanted), last: "20", season: "", where: "", minutes: "0", opponent: "", mate: "", has: "with" };
  const questions = row ? await readQuestions(slate) : [];
  const view = h("div");
  const cases = h("div");
  const bars = h("div");

  const moved = (value) => { state.line = value; setQuery({ line: String(value) }); draw(); };
  function draw() {
    drawBars();
    if (!row) return;
    replace(view, distribution(row, state, offers, moved));
    replace(cases, playerQuestions(questions, row, state.line));
  }
  function drawBars() {
    replace(bars, gamesSection(games, wanted, state, log, id, { line: moved, redraw: drawBars }, !row));
  }
  draw();

  return [
    p.heading(name, " ", listed ? p.statusPill(listed) : null, h("p", { class: "lead" }, listed ? setting(listed, slate) : `${team.name}; no game on this slate`)),
    marketTabs(id, own, games, wanted),
    listed?.status === "out" ? p.notice(`Out by the ${listed.status_source}${listed.status_at ? `, ${f.ago(listed.status_at)}` : ""}: there is no prediction and no pick.`) : null,
    row?.isPick ? h("ul", { class: "tickets single" }, ticket(row)) : row ? h("p", { class: "say" }, row.p === null ? null : h("strong", null, headline(row), " "), h("span", { class: "faint" }, p.viewsText(row))) : null,
    row ? bestOffer(row) : null,
    row && !row.isPick ? p.reasons(listed, wanted, 6) : null,
    view, cases, bars,
    listed ? zones(listed, slate) : null,
    row ? movement(offers, wanted, moves ? rows(moves.moves).filter((each) => each.player === place && each.market === wanted) : []) : null,
  ];
}

function headline(row) {
  const verdict = row.recommendation === "HALTED" ? "Picks are withheld." : "Pass.";
  return `${row.side === "over" ? "Over" : "Under"} ${f.line(row.line)}: ${f.percent(row.p)}. ${verdict}`;
}

// The bet that a pass declines.
function bestOffer(row) {
  if (row.recommendation !== "PASS" || row.expected_value === null) return null;
  return h("p", { class: "faint" }, `Best bet on offer: ${p.betText(row)}, EV ${f.signedPercent(row.expected_value)}.`);
}

function setting(player, slate) {
  const game = player.game;
  const team = slate.teams.find((each) => each.game === game && each.home === player.home);
  const parts = [`${player.team} ${player.home ? "vs" : "at"} ${player.opponent}`, `${f.when(game.tip_at)} (${f.untilTip(game.tip_at)})`,
    p.lineupText(player, team), player.minutes_avg_last_10 === null ? null : `${f.number(player.minutes_avg_last_10, 0)} ± ${f.number(player.minutes_std_last_10, 0)} minutes over 10 games`];
  return [parts.filter(Boolean).join(" · "), " · ", h("a", { href: `#/game/${game.game_id}` }, "the game")];
}

function marketTabs(id, own, games, wanted) {
  const markets = own.length ? own.map((row) => row.market) : ["player_points", "player_rebounds", "player_assists", "player_threes", "player_steals", "player_blocks"];
  if (!markets.includes(`player_${MINUTES}`)) markets.push(MINUTES);
  if (!markets.includes(wanted)) markets.splice(-1, 0, wanted);
  return h("nav", { class: "tabs", "aria-label": "Markets" }, markets.map((market) => {
    const row = own.find((each) => each.market === market);
    const detail = market === MINUTES ? minutes(games) : row ? (row.hasMarket ? `line ${f.line(row.line)}` : f.number(row.mean)) : "";
    return h("a", { href: `#/player/${id}/${market}`, "aria-current": market === wanted ? "page" : null, class: row?.isPick ? "has-pick" : null },
      f.marketName(market), detail ? h("span", { class: "sub" }, detail) : null);
  }));
}

const minutes = (games) => (games.length ? f.number(games.slice(-10).reduce((total, game) => total + game.minutes, 0) / Math.min(games.length, 10), 0) : "");

function startLine(query, row, games, market) {
  if (query.line && Number.isFinite(Number(query.line))) return Number(query.line);
  if (row?.line !== null && row?.line !== undefined) return row.line;
  if (row) return Math.floor(row.mean) + 0.5;
  const counts = games.slice(-20).map((game) => game[market] ?? sum(game, market));
  return Math.floor(odds.median(counts) ?? 0) + 0.5;
}

const sum = (game, market) => f.counted(market).reduce((total, name) => total + game[name], 0);

function gamesOf(log, id) {
  const people = rows(log.players);
  return rows(log.games).filter((game) => people[game.player].player_id === id);
}

// Builds the control of the line: a slider and a number with the same value.
function lineControl(value, top, moved) {
  const slider = h("input", { type: "range", min: 0.5, max: top, step: 0.5, value, oninput: (event) => moved(Number(event.target.value)) });
  const exact = h("input", { type: "number", min: 0.5, max: top, step: 0.5, value, onchange: (event) => moved(toHalf(Number(event.target.value))) });
  return h("div", { class: "line-control" }, field("Line", slider, "grow"), field("Exactly", exact));
}

function distribution(row, state, offers, moved) {
  const [lead, model] = [leadOf(row), modelOf(row)];
  const own = offers.filter((offer) => offer.market === row.market);
  const result = h("div");
  const drawn = h("div");
  let at = state.line;
  const draw = () => {
    const masses = odds.atLine(lead, at);
    const books = Object.entries(Object.groupBy(own, (offer) => offer.line)).map(([line, each]) => [Number(line), each.map((offer) => f.bookName(offer.bookmaker)).join(", ")]);
    replace(drawn, pmfChart(lead, row.blend_mean === null ? null : model, at, books));
    replace(result, h("dl", { class: "inputs" }, [
      [`Over ${at}`, f.percent(odds.decided(masses))], ["Fair over", f.price(odds.fair(masses.over, masses.under))],
      [`Under ${at}`, f.percent(1 - odds.decided(masses))], ["Fair under", f.price(odds.fair(masses.under, masses.over))],
      ["Push", masses.push ? f.percent(masses.push) : "none"],
    ].map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value)))));
  };
  draw();
  const top = Math.max(lead.findLastIndex((mass) => mass > 0.0015), 6);
  const control = lineControl(at, top, (value) => { at = value; draw(); later(() => moved(value)); });
  return h("section", { "aria-labelledby": "dist" },
    h("h2", { id: "dist" }, `What the model expects: ${f.number(row.mean)}, 90\u202f% between ${f.number(row.low, 0)} and ${f.number(row.high, 0)}`),
    h("p", { class: "faint" }, row.blend_mean === null ? "The model's distribution, made without knowledge of the line." : `Bars: the blend of model and market, which gives Tipoff's probabilities; its mean is ${f.number(row.blend_mean)}. Dashed: the model alone. Triangles: books' lines.`),
    drawn, control, result, ladder(row, lead, own));
}

// The distribution is drawn at once; the rest of the page follows when the slider rests.
let waiting = null;
function later(action) {
  clearTimeout(waiting);
  waiting = setTimeout(action, 250);
}

function ladder(row, lead, offers) {
  const centre = row.line ?? Math.floor(row.mean) + 0.5;
  const quoted = offers.filter((offer) => !offer.suspect).map((offer) => offer.line);
  const around = [-3, -2, -1, 0, 1, 2, 3].map((step) => centre + step).filter((line) => line > 0);
  const lines = [...new Set([...around, ...quoted])].sort((a, b) => a - b);
  const body = lines.map((line) => {
    const masses = odds.atLine(lead, line);
    const isValued = row.blend_mean !== null;
    const best = (side) => {
      const priced = offers.filter((offer) => offer.line === line && !offer.suspect && offer[`${side}_price`] !== null);
      const top = priced.sort((a, b) => odds.decimal(b[`${side}_price`]) - odds.decimal(a[`${side}_price`]))[0];
      if (!top) return h("span", { class: "faint" }, "\u2013");
      const [win, lose] = side === "over" ? [masses.over, masses.under] : [masses.under, masses.over];
      const isTicket = row.isPick && row.side === side && line === row.line && top.bookmaker === row.bet_bookmaker && top[`${side}_price`] === row.bet_price;
      const ev = isTicket ? row.expected_value : odds.value(win, lose, top[`${side}_price`]);
      return [h("span", { class: isValued && ev > 0 ? "strong" : null }, f.price(top[`${side}_price`])), h("span", { class: "sub" }, isValued ? `${f.bookName(top.bookmaker)} ${f.signedPercent(ev)}` : f.bookName(top.bookmaker))];
    };
    return [line === row.line ? h("strong", null, f.line(line)) : f.line(line), f.percent(odds.decided(masses)), f.price(odds.fair(masses.over, masses.under)), best("over"), f.price(odds.fair(masses.under, masses.over)), best("under")];
  });
  return h("details", { open: offers.length > 0 }, h("summary", null, "Fair price at every line"),
    p.isWithoutBlend(row) ? h("p", { class: "faint" }, `${p.NO_BLEND} The fair prices are the model's alone.`) : null,
    p.plain("Fair price at every line, and the best on offer", ["Line", "Over", "Fair over", "Best over", "Fair under", "Best under"], body, ["n", "n", "n", "n", "n", "n"]));
}

function gamesSection(all, market, state, log, id, act, withControl) {
  if (!all.length) return h("section", null, h("h2", null, "Games"), p.empty("No game in the last two seasons."));
  const chosen = filtered(all, state, log, id);
  const shown = chosen.slice(-Number(state.last || 20)).map((game) => ({ ...game, count: sum(game, market) }));
  const decidedGames = shown.filter((game) => game.count !== state.line);
  const overs = decidedGames.filter((game) => game.count > state.line).length;
  const rate = odds.wilson(overs, decidedGames.length);
  const top = Math.max(...all.map((game) => sum(game, market)), 6);
  const result = rate
    ? [h("strong", null, `Over ${f.line(state.line)} in ${overs} of ${decidedGames.length}: ${f.percent(rate.rate, 0)}`),
       h("span", { class: "faint" }, ` 95\u202f% interval ${f.percent(rate.low, 0)} to ${f.percent(rate.high, 0)}${decidedGames.length < 15 ? "; a small sample" : ""}${shown.length > decidedGames.length ? `; ${shown.length - decidedGames.length} pushed` : ""}`)]
    : "No game matches.";
  return h("section", { "aria-labelledby": "games" }, h("h2", { id: "games" }, `${f.marketName(market)} in past games`),
    gameFilters(all, state, log, id, act.redraw),
    h("p", { role: "status" }, result),
    shown.length ? gameBars(shown, state.line) : null,
    withControl ? lineControl(state.line, top, (value) => later(() => act.line(value))) : null,
    h("details", null, h("summary", null, "The games as a table"), p.plain("Games", ["Date", "Opponent", f.marketName(market), "Minutes", "Started"],
      [...shown].reverse().map((game) => [dateCell(game, id), `${game.home ? "vs" : "at"} ${game.opponent}`, f.number(game.count, 0), f.number(game.minutes, 0), game.starter ? "yes" : "no"]), ["whole", "", "n", "n", ""])));
}

// Links a date to the player's predictions on it.
function dateCell(game, id) {
  if (!published(`predictions/${game.game_date}.json`)) return game.game_date;
  return h("a", { href: `#/slates/${game.game_date}/${id}` }, game.game_date);
}

function filtered(all, state, log, id) {
  const people = rows(log.players);
  const mateGames = state.mate ? new Set(rows(log.games).filter((game) => people[game.player].player_id === Number(state.mate)).map((game) => game.game_id)) : null;
  return all.filter((game) =>
    (!state.season || game.season === state.season)
    && (!state.where || game.home === (state.where === "home"))
    && game.minutes >= Number(state.minutes)
    && (!state.opponent || game.opponent === state.opponent)
    && (!mateGames || mateGames.has(game.game_id) === (state.has === "with")));
}

function gameFilters(all, state, log, id, redraw) {
  const change = (name) => (value) => { state[name] = value; redraw(); };
  const mates = rows(log.players).filter((each) => each.player_id !== id).map((each) => [each.player_id, each.player_name]);
  const opponents = [...new Set(all.map((game) => game.opponent))].sort().map((code) => [code, code]);
  const seasons = [...new Set(all.map((game) => game.season))].sort().reverse().map((each) => [each, each]);
  return h("form", { class: "filters", onsubmit: (event) => event.preventDefault(), "aria-label": "Filter the games" },
    field("Games", select(state.last, [["10", "Last 10"], ["20", "Last 20"], ["40", "Last 40"], ["400", "All"]], change("last"))),
    field("Season", select(state.season, [["", "Both"], ...seasons], change("season"))),
    field("Where", select(state.where, [["", "Anywhere"], ["home", "Home"], ["away", "Away"]], change("where"))),
    field("Minutes", select(state.minutes, [["0", "Any"], ["15", "15 or more"], ["20", "20 or more"], ["25", "25 or more"], ["30", "30 or more"]], change("minutes"))),
    field("Opponent", select(state.opponent, [["", "Any"], ...opponents], change("opponent"))),
    field("Teammate", select(state.mate, [["", "Anyone"], ...mates], change("mate"))),
    state.mate ? field("Teammate plays", select(state.has, [["with", "yes"], ["without", "no"]], change("has"))) : null);
}

function zones(player, slate) {
  const other = slate.teams.find((team) => team.game === player.game && team.home !== player.home);
  const body = ZONES.map(([key, name]) => {
    const [attempts, share] = [player[`${key}_attempts_avg_last_10`], player[`${key}_field_goal_share_last_10`]];
    const weakness = other?.[`${key}_weakness`];
    return { name, attempts, share, weakness };
  });
  if (body.every((zone) => zone.attempts === null)) return null;
  const top = Math.max(...body.map((zone) => zone.attempts ?? 0), 1);
  return h("section", { "aria-labelledby": "zones" }, h("h2", { id: "zones" }, "Shots by zone, last 10 games"),
    p.plain("Shots by zone", ["Zone", "Attempts per game", "Made", `${player.opponent} allows, against the league`], body.map((zone) => [
      zone.name,
      [barOf(zone.attempts ?? 0, top), f.number(zone.attempts)],
      f.percent(zone.share, 0),
      zone.weakness === null || zone.weakness === undefined ? "\u2013" : `${f.signed(zone.weakness)} pp`,
    ]), ["", "n", "n", "n"]));
}

function movement(offers, market, moves) {
  const own = offers.filter((offer) => offer.market === market && !offer.is_alternate);
  if (!own.length) return null;
  const moved = (then, now, write) => (then === null || then === undefined ? "not known" : then === now ? `${write(now)} (unmoved)` : `${write(then)} \u2192 ${write(now)}`);
  const once = (offer) => offer.opened_at === offer.captured_at;
  if (own.every(once)) {
    return h("section", { "aria-labelledby": "moves" }, h("h2", { id: "moves" }, "Every book's line"),
      p.plain("Every book's line", ["Book", "Line", "Over", "Under", "Captured"], own.map((offer) => [bookCell(offer), f.line(offer.line), f.price(offer.over_price), f.price(offer.under_price), f.ago(offer.captured_at)]), ["", "n", "n", "n", ""]),
      h("p", { class: "faint" }, "Each book was captured once, so the line movement is unknown."));
  }
  return append(h("section", { "aria-labelledby": "moves" }, h("h2", { id: "moves" }, "From opening to now")), [
    moves.length ? moveChart(moves) : null,
    p.plain("Line movement by book", ["Book", "Line", "Over", "Under", "Opened", "Seen"], own.map((offer) => [
      bookCell(offer),
      once(offer) ? [f.line(offer.line), h("span", { class: "sub" }, "captured once")] : moved(offer.opening_line, offer.line, f.line),
      offer.opening_line === offer.line ? moved(offer.opening_over_price, offer.over_price, f.price) : f.price(offer.over_price),
      offer.opening_line === offer.line ? moved(offer.opening_under_price, offer.under_price, f.price) : f.price(offer.under_price),
      offer.opened_at ? f.when(offer.opened_at) : "\u2013", f.ago(offer.captured_at),
    ]), ["", "n", "n", "n", "whole", "whole"])]);
}

const bookCell = (offer) => [f.bookName(offer.bookmaker), offer.suspect ? h("span", { class: "sub warn" }, `suspect: ${offer.suspect}`) : null];
