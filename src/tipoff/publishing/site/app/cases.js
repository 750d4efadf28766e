// Open questions: the predictions of a team if a player sits and if that player plays.

import { load, published, rows } from "./data.js";
import { h } from "./dom.js";
import * as f from "./format.js";
import * as odds from "./odds.js";
import * as p from "./parts.js";
import { modelOf, overAt } from "./slate.js";

const MIN_GAIN = 0.5; // Minutes that a teammate must gain to be listed.
const MAX_LISTED = 3;
const MIN_CHANGE = 0.5; // Change of the expected count since the prediction was written, to be stated.

// Loads the open questions of the slate: {player, chance, plays, sits}, each case a list of predictions.
export async function readQuestions(slate) {
  if (!published("branches.json")) return [];
  const [document] = await load("branches.json");
  const questions = new Map();
  for (const row of rows(document.branches)) {
    const player = slate.players[row.open_player];
    if (!questions.has(player)) questions.set(player, { player, chance: row.p_plays, sits: [], plays: [] });
    questions.get(player)[row.branch].push({ ...row, who: slate.players[row.player] });
  }
  return [...questions.values()];
}

// Finds a player's prediction in one market, in one case of a question.
export function caseOf(question, branch, player, market) {
  return question[branch].find((row) => row.who === player && row.market === market);
}

export function method(question) {
  const name = question.player.player_name;
  return h("p", { class: "faint" }, `Method: the same models predict the game with ${name} out, and with ${name} certain to play. If a starter sits, the teammate who has started most often of late takes the spot. These are the model's numbers, made without knowledge of a line. The current prediction gives ${name} a ${f.percent(question.chance)} chance to play, based on recent games; it does not use the injury report's status.`);
}

// Both cases of each teammate in one market, the most minutes gained first.
export function teammates(question, market = "player_points") {
  return question.sits
    .filter((row) => row.market === market && row.who !== question.player)
    .map((sits) => ({ who: sits.who, sits, plays: caseOf(question, "plays", sits.who, market) }))
    .filter((each) => each.plays)
    .sort((a, b) => gained(b) - gained(a));
}

export const gained = (each) => each.sits.minutes - each.plays.minutes;

const change = (value, unit, digits = 1) => `${f.signed(value, digits)} ${unit}`;

// The teammates who gain the most minutes, in words.
export function whoGains(question) {
  const gainers = teammates(question).filter((each) => gained(each) >= MIN_GAIN).slice(0, MAX_LISTED);
  if (!gainers.length) return h("span", { class: "faint" }, "little changes");
  return h("ul", { class: "flat" }, gainers.map((each) =>
    h("li", null, p.playerLink(each.who, "player_points"), h("span", { class: "faint" }, ` ${change(gained(each), "min", 0)}, ${change(each.sits.mean - each.plays.mean, "points")}`))));
}

// The player's own expected counts if certain to play.
export function ownCase(question) {
  const own = question.plays.filter((row) => row.who === question.player);
  if (!own.length) return h("span", { class: "faint" }, "\u2013");
  const shown = own.filter((row) => ["player_points", "player_rebounds", "player_assists"].includes(row.market));
  return [`${f.number(own[0].minutes, 0)} min`, h("span", { class: "sub" }, shown.map((row) => `${f.number(row.mean)} ${f.marketName(row.market).toLowerCase()}`).join(", "))];
}

// For the page Today: every open question in one row.
export function questionsSection(questions) {
  if (!questions.length) return null;
  return h("section", { "aria-labelledby": "questions" }, h("h2", { id: "questions" }, "Who may sit, and what it changes"),
    p.plain("Open questions", ["Player", "If the player sits, these gain most", "If the player plays"], questions.map((each) => [
      [p.playerLink(each.player), " ", p.statusPill(each.player), h("span", { class: "sub" }, p.gameLink(each.player.game))],
      whoGains(each), ownCase(each)]), ["", "", ""]),
    h("p", { class: "faint" }, "Predictions of the model alone, with the player out and with the player certain to play. Each player's page has both distributions."));
}

// For the page of a game: every teammate's minutes and points in both cases.
export function gameQuestions(questions) {
  return questions.map((question) => {
    const name = question.player.player_name;
    const each = teammates(question);
    return h("section", null, h("h2", null, `If ${name} sits / if ${name} plays `, p.statusPill(question.player)),
      p.plain(`If ${name} sits or plays`, ["Player", "Minutes: sits", "plays", "Points: now", "sits", "plays"], [
        ...ownRow(question),
        ...each.map((row) => [p.playerLink(row.who, "player_points"), f.number(row.sits.minutes, 0), f.number(row.plays.minutes, 0), f.number(row.sits.current_mean), h("strong", null, f.number(row.sits.mean)), f.number(row.plays.mean)]),
      ], ["", "n", "n", "n", "n", "n"]),
      method(question));
  });
}

function ownRow(question) {
  const own = caseOf(question, "plays", question.player, "player_points");
  return own ? [[p.playerLink(question.player), "0", f.number(own.minutes, 0), f.number(own.current_mean), "\u2013", f.number(own.mean)]] : [];
}

// For the page of a player: the distribution of one market, currently and in both cases, at the reader's line.
export function playerQuestions(questions, row, at) {
  return questions.filter((each) => each.player.game === row.player.game && each.player.team === row.player.team)
    .map((question) => playerQuestion(question, row, at));
}

function playerQuestion(question, row, at) {
  const name = question.player.player_name;
  const [sits, plays] = ["sits", "plays"].map((branch) => caseOf(question, branch, row.player, row.market));
  if (!plays) return null;
  const own = question.player === row.player;
  const line = (label, minutes, distribution, mean) => {
    const masses = modelOf(distribution);
    const { over, under } = odds.atLine(masses, at);
    return [label, f.number(minutes, 0), f.number(mean), p.sparkOf(masses, at, row.market, mean), f.percent(overAt(masses, at), 0), f.price(odds.fair(over, under))];
  };
  return h("section", null, h("h2", null, own ? `If ${name} plays` : `If ${name} sits / if ${name} plays `, own ? " " : p.statusPill(question.player)),
    p.plain(`${f.marketName(row.market)} if ${name} sits or plays`, ["Case", "Minutes", "Expected", "Distribution", `Over ${at}`, "Fair over"], [
      line("Currently", plays.current_minutes, { ...plays, mean: plays.current_mean }, plays.current_mean),
      sits ? line(h("strong", null, `If ${name} sits`), sits.minutes, sits, sits.mean) : null,
      line(h("strong", null, `If ${name} plays`), plays.minutes, plays, plays.mean),
    ].filter(Boolean), ["", "n", "n", "wide", "n", "n"]),
    Math.abs(row.mean - plays.current_mean) >= MIN_CHANGE ? p.notice(`The prediction above was written ${row.created_at ? f.ago(row.created_at).replace(" old", " ago") : "earlier"}, from what was known ${row.prediction_time === "morning" ? "in the morning" : "half an hour before tip-off"}: the model expected ${f.number(row.mean)} then, and expects ${f.number(plays.current_mean)} now.`) : null,
    own ? h("p", null, `If ${name} sits, bets on ${name} are void, and these gain most:`) : null,
    own ? whoGains(question) : null,
    method(question));
}
