// Open questions: what is expected of a team if a player sits, and if that player plays.

import { load, published, rows } from "./data.js";
import { h } from "./dom.js";
import * as f from "./format.js";
import * as odds from "./odds.js";
import * as p from "./parts.js";
import { modelOf, overAt } from "./slate.js";

const MOVED = 0.5; // Minutes by which a teammate's part has to change to be told.
const TOLD = 3;
const LATER = 0.5; // By so much the expectation has moved since the prediction was written.

// Every open question of the slate: {player, plays, sits, chance}, each case a list of predictions.
export async function readQuestions(slate) {
  if (!published("branches.json")) return [];
  const [document] = await load("branches.json");
  const found = new Map();
  for (const row of rows(document.branches)) {
    const player = slate.players[row.open_player];
    if (!found.has(player)) found.set(player, { player, chance: row.p_plays, sits: [], plays: [] });
    found.get(player)[row.branch].push({ ...row, of: slate.players[row.player] });
  }
  return [...found.values()];
}

// One player's cases of a question, in one market.
export function caseOf(question, branch, player, market) {
  return question[branch].find((row) => row.of === player && row.market === market);
}

export function howMade(question) {
  const name = question.player.player_name;
  return h("p", { class: "faint" }, `How this is made: the same models predict the game with ${name} out, and with ${name} certain to play. Where a starter sits, the teammate who started most of late starts. It is the model alone, which has not seen a line. As things stand the model gives ${name} a ${f.percent(question.chance)} chance to play, from games of late: it does not read the injury report's word.`);
}

// A row of points, rebounds or assists of each teammate, the most minutes gained first.
export function teammates(question, market = "player_points") {
  return question.sits
    .filter((row) => row.market === market && row.of !== question.player)
    .map((sits) => ({ of: sits.of, sits, plays: caseOf(question, "plays", sits.of, market) }))
    .filter((each) => each.plays)
    .sort((a, b) => gained(b) - gained(a));
}

export const gained = (each) => each.sits.minutes - each.plays.minutes;

const change = (value, unit, digits = 1) => `${f.signed(value, digits)} ${unit}`;

// The few who gain most, in words.
export function whoGains(question) {
  const most = teammates(question).filter((each) => gained(each) >= MOVED).slice(0, TOLD);
  if (!most.length) return h("span", { class: "faint" }, "hardly anything changes");
  return h("ul", { class: "flat" }, most.map((each) =>
    h("li", null, p.playerLink(each.of, "player_points"), h("span", { class: "faint" }, ` ${change(gained(each), "min", 0)}, ${change(each.sits.mean - each.plays.mean, "points")}`))));
}

// What the player is expected to do in the minutes of somebody who plays for certain.
export function ownCase(question) {
  const own = question.plays.filter((row) => row.of === question.player);
  if (!own.length) return h("span", { class: "faint" }, "\u2013");
  const told = own.filter((row) => ["player_points", "player_rebounds", "player_assists"].includes(row.market));
  return [`${f.number(own[0].minutes, 0)} min`, h("span", { class: "sub" }, told.map((row) => `${f.number(row.mean)} ${f.marketName(row.market).toLowerCase()}`).join(", "))];
}

// Today: every open question in one row.
export function questionsSection(questions) {
  if (!questions.length) return null;
  return h("section", { "aria-labelledby": "questions" }, h("h2", { id: "questions" }, "Who may sit, and what that changes"),
    p.plain("Open questions", ["Player", "If the player sits, these gain most", "If the player plays"], questions.map((each) => [
      [p.playerLink(each.player), " ", p.statusPill(each.player), h("span", { class: "sub" }, p.gameLink(each.player.game))],
      whoGains(each), ownCase(each)]), ["", "", ""]),
    h("p", { class: "faint" }, "By the model alone, once with the player out and once certain to play. Each player's page has both distributions."));
}

// A game: every teammate's minutes and points in both cases.
export function gameQuestions(questions) {
  return questions.map((question) => {
    const name = question.player.player_name;
    const each = teammates(question);
    return h("section", null, h("h2", null, `If ${name} sits / if ${name} plays `, p.statusPill(question.player)),
      p.plain(`If ${name} sits or plays`, ["Player", "Minutes: sits", "plays", "Points: now", "sits", "plays"], [
        ...ownRow(question),
        ...each.map((row) => [p.playerLink(row.of, "player_points"), f.number(row.sits.minutes, 0), f.number(row.plays.minutes, 0), f.number(row.sits.current_mean), h("strong", null, f.number(row.sits.mean)), f.number(row.plays.mean)]),
      ], ["", "n", "n", "n", "n", "n"]),
      howMade(question));
  });
}

function ownRow(question) {
  const own = caseOf(question, "plays", question.player, "player_points");
  return own ? [[p.playerLink(question.player), "0", f.number(own.minutes, 0), f.number(own.current_mean), "\u2013", f.number(own.mean)]] : [];
}

// A player: the distribution of one market as things stand and in both cases, at the reader's line.
export function playerQuestions(questions, row, at) {
  return questions.filter((each) => each.player.game === row.player.game && each.player.team === row.player.team)
    .map((question) => playerQuestion(question, row, at));
}

function playerQuestion(question, row, at) {
  const name = question.player.player_name;
  const [sits, plays] = ["sits", "plays"].map((branch) => caseOf(question, branch, row.player, row.market));
  if (!plays) return null;
  const own = question.player === row.player;
  const line = (label, minutes, made, mean) => {
    const masses = modelOf(made);
    const { over, under } = odds.atLine(masses, at);
    return [label, f.number(minutes, 0), f.number(mean), p.sparkOf(masses, at, row.market, mean), f.percent(overAt(masses, at), 0), f.price(odds.fair(over, under))];
  };
  return h("section", null, h("h2", null, own ? `If ${name} plays` : `If ${name} sits / if ${name} plays `, own ? " " : p.statusPill(question.player)),
    p.plain(`${f.marketName(row.market)} if ${name} sits or plays`, ["Case", "Minutes", "Expected", "Distribution", `Over ${at}`, "Fair over"], [
      line("As things stand", plays.current_minutes, { ...plays, mean: plays.current_mean }, plays.current_mean),
      sits ? line(h("strong", null, `If ${name} sits`), sits.minutes, sits, sits.mean) : null,
      line(h("strong", null, `If ${name} plays`), plays.minutes, plays, plays.mean),
    ].filter(Boolean), ["", "n", "n", "wide", "n", "n"]),
    Math.abs(row.mean - plays.current_mean) >= LATER ? p.notice(`The number above was written ${row.created_at ? f.ago(row.created_at).replace(" old", " ago") : "earlier"}, from what was known ${row.prediction_time === "morning" ? "in the morning" : "half an hour before tip-off"}: the model then expected ${f.number(row.mean)}. As things stand it expects ${f.number(plays.current_mean)}.`) : null,
    own ? h("p", null, `If ${name} sits the bets on ${name} are void, and these gain most:`) : null,
    own ? whoGains(question) : null,
    howMade(question));
}
