// Outcomes of props, by the same rule as grading and the command line: void if the game was moved
// from its date or the player did not appear, open until the game has a result.

import { counts, load, published, rows } from "./data.js";

export const MOVED = "game moved";
export const ABSENT = "did not play";

// Loads other documents and the outcomes of some dates, all from one release.
export async function loadWithOutcomes(others, days) {
  const paths = ["schedule.json", ...days.map((day) => `results/${day}.json`)].filter(published);
  const documents = await load(...others, ...paths);
  const [schedule] = documents.slice(others.length);
  return [...documents.slice(0, others.length), outcomes(schedule, documents.slice(others.length + 1))];
}

// Returns a function from {date, game_id, player_id, market} to an outcome: {count} if the player
// played, {why} if the prop is void, and null while it is open.
function outcomes(schedule, results) {
  const games = rows(schedule?.games);
  const scheduled = new Set(games.map((game) => `${game.game_date}|${game.game_id}`));
  const covered = new Set([...games.map((game) => game.game_date), ...(schedule?.without_games ?? [])]);
  const dates = new Map(results.map((document) => [document.date, ofDate(document)]));
  return ({ date, game_id, player_id, market }) => {
    if (covered.has(date) && !scheduled.has(`${date}|${game_id}`)) return { why: MOVED };
    const day = dates.get(date);
    if (!day?.complete.has(game_id)) return null;
    const place = day.places.get(`${game_id}|${player_id}`);
    if (place === undefined) return { why: ABSENT };
    const count = day.counts(market)?.[place];
    return count === undefined ? null : { count };
  };
}

function ofDate(document) {
  const places = new Map(rows(document.players).map((player, place) => [`${player.game_id}|${player.player_id}`, place]));
  const byMarket = new Map();
  return {
    places,
    complete: new Set(rows(document.games).map((game) => game.game_id)),
    counts(market) {
      if (!byMarket.has(market)) byMarket.set(market, counts(document, market));
      return byMarket.get(market);
    },
  };
}

// Returns the result of a bet on a side of a line; null while it is open.
export function settle(outcome, side, line) {
  if (!outcome) return null;
  if (outcome.why) return "void";
  if (outcome.count === line) return "push";
  return outcome.count > line === (side === "over") ? "won" : "lost";
}
