// The slate of a document: each prediction with its player and game, read from the likelier side.

import { rows, values, views } from "./data.js";
import { marketPlace, setClock } from "./format.js";
import { atLine, decided, pmf } from "./odds.js";

export const PICKS = ["OVER", "UNDER"];
let last = null;

export function readSlate(document) {
  if (last?.document === document) return last.slate;
  setClock(document.clock);
  const games = rows(document.games);
  const [people, gameOf] = apart(document.players, "game");
  const players = people.map((player, place) => {
    const game = games[gameOf[place]];
    const team = player.home ? game.home_team_code : game.away_team_code;
    const opponent = player.home ? game.away_team_code : game.home_team_code;
    return Object.assign(player, { game, team, opponent, context: [] });
  });
  const [facts, ofWhom] = apart(document.context, "player");
  facts.forEach((fact, place) => players[ofWhom[place]].context.push(fact));
  const teams = rows(document.teams).map((team) => ({ ...team, game: games[team.game] }));
  const [said, playerOf] = apart(document.predictions, "player");
  const predictions = said.map((row, place) => read(row, players[playerOf[place]]));
  predictions.sort((a, b) => marketPlace(a.market) - marketPlace(b.market));
  const slate = {
    document, games, players, teams, predictions,
    breakouts: rows(document.breakouts).map((row) => ({ ...row, player: players[row.player] })),
    halted: document.halt.halted,
  };
  last = { document, slate };
  return slate;
}

// A table's rows, and a column of it beside them: it says by a number what the rows will say.
function apart(table, name) {
  const { [name]: column, ...others } = table;
  return [views(others), values(column)];
}

function read(row, player) {
  const isPick = PICKS.includes(row.recommendation);
  const hasMarket = row.line !== null;
  const side = row.bet_side && isPick ? row.bet_side : row.lead_p_over === null || row.lead_p_over >= 0.5 ? "over" : "under";
  const of = (p) => (p === null ? null : side === "over" ? p : 1 - p);
  return Object.assign(row, {
    player, isPick, hasMarket, side,
    p: of(row.lead_p_over), modelP: of(row.model_p_over), marketP: of(row.market_p_over),
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

// Facts that are about this market, or about every one.
export function contextOf(player, market) {
  const parts = market.replace(/^player_/, "").split("_");
  return player.context.filter((each) => each.market === "" || parts.includes(each.market));
}

export function gameName(game) {
  return `${game.away_team_code} @ ${game.home_team_code}`;
}
