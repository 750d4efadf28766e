// The slate of a document: each prediction with its player and game, and the side to show.

import { rows, values, views } from "./data.js";
import { marketPlace, setClock } from "./format.js";
import { atLine, decided, pmf } from "./odds.js";

export const PICKS = ["OVER", "UNDER"];
let cached = null;

export function readSlate(document) {
  if (cached?.document === document) return cached.slate;
  setClock(document.clock);
  const games = rows(document.games);
  const [playerRows, gameOf] = splitColumn(document.players, "game");
  const players = playerRows.map((player, place) => {
    const game = games[gameOf[place]];
    const team = player.home ? game.home_team_code : game.away_team_code;
    const opponent = player.home ? game.away_team_code : game.home_team_code;
    return Object.assign(player, { game, team, opponent, context: [] });
  });
  const [facts, subjectOf] = splitColumn(document.context, "player");
  facts.forEach((fact, place) => players[subjectOf[place]].context.push(fact));
  const teams = rows(document.teams).map((team) => ({ ...team, game: games[team.game] }));
  const [predictionRows, playerOf] = splitColumn(document.predictions, "player");
  const predictions = predictionRows.map((row, place) => completed(row, players[playerOf[place]]));
  predictions.sort((a, b) => marketPlace(a.market) - marketPlace(b.market));
  const slate = {
    document, games, players, teams, predictions,
    breakouts: rows(document.breakouts).map((row) => ({ ...row, player: players[row.player] })),
    halted: document.halt.halted,
  };
  cached = { document, slate };
  return slate;
}

// Splits a table into its rows and one column of row numbers, which the rows replace by objects.
function splitColumn(table, name) {
  const { [name]: column, ...others } = table;
  return [views(others), values(column)];
}

// Adds the player and the probabilities of the side: a pick's side, else the likelier one.
function completed(row, player) {
  const isPick = PICKS.includes(row.recommendation);
  const hasMarket = row.line !== null;
  const side = row.bet_side && isPick ? row.bet_side : row.lead_p_over === null || row.lead_p_over >= 0.5 ? "over" : "under";
  const ofSide = (p) => (p === null ? null : side === "over" ? p : 1 - p);
  return Object.assign(row, {
    player, isPick, hasMarket, side,
    p: ofSide(row.lead_p_over), modelP: ofSide(row.model_p_over), marketP: ofSide(row.market_p_over),
  });
}

export function modelOf(row) {
  return pmf(row);
}

export function leadOf(row) {
  if (row.blend_mean === null) return modelOf(row);
  return pmf({
    mean: row.blend_mean, dispersion: row.blend_dispersion, zero_share: row.blend_zero_share,
    low_share: row.blend_low_share, low_ratio: row.blend_low_ratio,
    low_dispersion: row.blend_low_dispersion,
  });
}

export function overAt(masses, line) {
  return decided(atLine(masses, line));
}

// Returns the facts about this market or about all markets.
export function contextOf(player, market) {
  const parts = market.replace(/^player_/, "").split("_");
  return player.context.filter((each) => each.market === "" || parts.includes(each.market));
}

export function gameName(game) {
  return `${game.away_team_code} @ ${game.home_team_code}`;
}
