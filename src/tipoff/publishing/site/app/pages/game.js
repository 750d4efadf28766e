// A game: teams, totals, lineups, absences, all props, and the value of chosen legs together.

import { load, published, rows } from "../data.js";
import { h, replace } from "../dom.js";
import * as f from "../format.js";
import { gameQuestions, readQuestions } from "../cases.js";
import { jointProbability, legCorrelations } from "../joint.js";
import * as p from "../parts.js";
import { gameName, readSlate } from "../slate.js";

const PICKEM = [[2, 3], [3, 6], [4, 10], [5, 20], [6, 35]];
const MAX_LEGS = 6;

export async function game({ parts }) {
  const [document] = await load("today.json");
  const slate = readSlate(document);
  const game = slate.games.find((each) => each.game_id === parts[0]);
  if (!game) return [p.heading("No such game"), p.empty("It is not on this slate.", h("p", null, h("a", { href: "#/today" }, "Today")))];
  const paths = [game.home_team_id, game.away_team_id].map((team) => `teams/${team}.json`).filter(published);
  const logs = paths.length ? await load(...paths) : [];
  const teams = slate.teams.filter((team) => team.game === game).sort((a, b) => a.home - b.home);
  const players = slate.players.filter((player) => player.game === game);
  const props = slate.predictions.filter((row) => row.player.game === game && row.hasMarket);
  const questions = (await readQuestions(slate)).filter((each) => each.player.game === game);
  return [
    p.heading(`${game.away_team_name} at ${game.home_team_name}`, h("p", { class: "lead" }, `${f.when(game.tip_at)} (${f.untilTip(game.tip_at)})${game.arena ? ` · ${game.arena}` : ""}`)),
    market(game),
    compared(game, teams),
    lineups(game, teams, players),
    absent(players),
    gameQuestions(questions),
    propsTable(props),
    props.length > 1 ? together(props, logs) : null,
  ];
}

function market(game) {
  if (game.total === null && game.home_spread === null) return p.notice("No book has a spread or a total for this game.");
  const home = game.home_spread === null ? null : -game.home_spread / 2;
  const parts = [
    ["Spread", game.home_spread === null ? "\u2013" : `${game.home_team_code} ${f.signed(game.home_spread)}`],
    ["Total", f.line(game.total)],
    ["Implied", game.total === null || home === null ? "\u2013" : `${game.away_team_code} ${f.number(game.total / 2 - home)}, ${game.home_team_code} ${f.number(game.total / 2 + home)}`],
    ["Moneyline", game.home_price === null ? "\u2013" : `${game.away_team_code} ${f.price(game.away_price)}, ${game.home_team_code} ${f.price(game.home_price)}`],
    ["Book", `${f.bookName(game.bookmaker)}, ${f.ago(game.captured_at)}`],
  ];
  return h("dl", { class: "inputs" }, parts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))));
}

function compared(game, teams) {
  const code = (team) => (team.home ? game.home_team_code : game.away_team_code);
  const line = (name, write) => [name, ...teams.map(write)];
  return h("section", { "aria-labelledby": "teams" }, h("h2", { id: "teams" }, "The teams, last 10 games"),
    p.plain("The teams", ["", ...teams.map(code)], [
      line("Pace", (team) => f.number(team.pace_avg_last_10)),
      line("Points scored", (team) => f.number(team.points_avg_last_10)),
      line("Points allowed", (team) => f.number(team.points_allowed_avg_last_10)),
      line("Offensive rating", (team) => f.number(team.offensive_rating_avg_last_10)),
      line("Defensive rating", (team) => f.number(team.defensive_rating_avg_last_10)),
      line("Games won this season", (team) => f.percent(team.wins_avg_season, 0)),
      line("Days since last game", (team) => (team.is_back_to_back ? "1: back-to-back" : f.line(team.days_rest))),
    ], ["", "n", "n"]));
}

function lineups(game, teams, players) {
  const withLineup = teams.filter((team) => team.lineup_status);
  if (!withLineup.length) return null;
  return h("section", { "aria-labelledby": "lineups" }, h("h2", { id: "lineups" }, "Lineups"), h("div", { class: "pair" }, withLineup.map((team) => {
    const five = players.filter((player) => player.home === team.home && player.starting);
    return h("div", null, h("h3", null, `${team.home ? game.home_team_code : game.away_team_code} `, h("span", { class: "faint" }, `${team.lineup_status.toLowerCase()}, ${f.ago(team.lineup_at)}`)),
      h("ul", { class: "flat" }, five.map((player) => h("li", null, p.playerLink(player), " ", p.statusPill(player)))));
  })));
}

function absent(players) {
  const listed = players.filter((player) => player.status && player.status !== "available");
  if (!listed.length) return h("p", { class: "faint" }, "No injuries are reported.");
  const minutesOut = (home) => listed.filter((player) => player.home === home && player.status === "out").reduce((total, player) => total + (player.minutes_avg_last_10 ?? 0), 0);
  return h("section", { "aria-labelledby": "absent" }, h("h2", { id: "absent" }, "Who is out, and the minutes they leave"),
    p.plain("Absences", ["Player", "Team", "Status", "Minutes", "Usage", "Source"], listed.map((player) => [
      p.playerLink(player), player.team, p.statusPill(player), f.number(player.minutes_avg_last_10, 0),
      player.usage_rate_avg_last_10 === null ? "\u2013" : `${f.number(player.usage_rate_avg_last_10, 0)}\u202f%`,
      [player.status_source, player.status_at ? `, ${f.ago(player.status_at)}` : ""]]), ["", "", "", "n", "n", "wide"]),
    h("p", { class: "faint" }, `Players who are out leave ${f.number(minutesOut(false), 0)} of the visitors' 240 minutes and ${f.number(minutesOut(true), 0)} of the hosts'.`));
}

function propsTable(props) {
  if (!props.length) return p.empty("No book has a line on a player of this game.");
  return h("section", { "aria-labelledby": "gameprops" }, h("h2", { id: "gameprops" }, "Props"), p.sortable({
    caption: "Props of the game", rows: props, sort: { key: "ev", direction: -1 }, limit: 40,
    rowClass: (row) => (row.isPick ? "pick" : null),
    columns: [
      { key: "player", label: "Player", value: (row) => row.player.player_name, cell: (row) => [p.playerLink(row.player, row.market), " ", p.statusPill(row.player), h("span", { class: "sub" }, `${row.player.team} · ${f.marketName(row.market)}`)] },
      { key: "line", label: "Line", numeric: true, value: (row) => row.line, cell: (row) => f.line(row.line) },
      { key: "expected", label: "Expected", numeric: true, kind: "wide", title: p.EXPECTED, value: (row) => row.mean, cell: (row) => f.number(row.mean) },
      { key: "p", label: "Tipoff", numeric: true, value: (row) => row.p, cell: (row) => [h("strong", { class: row.side }, f.percent(row.p, 0)), h("span", { class: `sub ${row.side}` }, row.side)] },
      { key: "ev", label: "Best bet", numeric: true, value: (row) => row.expected_value, title: "Expected value (EV) of the best bet on offer, per unit staked", cell: p.betCell },
    ],
  }));
}

function together(props, logs) {
  const chosen = new Set();
  const result = h("div", { role: "status" });
  const draw = () => replace(result, chosen.size > 1 ? jointValue([...chosen], logs) : h("p", { class: "faint" }, "Choose two legs or more."));
  const list = h("ul", { class: "legs" }, props.map((row) => {
    const box = h("input", { type: "checkbox", onchange: (event) => {
      if (event.target.checked && chosen.size >= MAX_LEGS) { event.target.checked = false; return; }
      if (event.target.checked) chosen.add(row);
      else chosen.delete(row);
      draw();
    } });
    return h("li", null, h("label", null, box, ` ${row.player.player_name} ${row.side} ${f.line(row.line)} ${f.marketName(row.market).toLowerCase()} `, h("span", { class: "faint" }, f.percent(row.p, 0))));
  }));
  draw();
  return h("section", { "aria-labelledby": "together" }, h("h2", { id: "together" }, "Same-game parlay"),
    h("p", { class: "faint" }, "Legs of one game are correlated. The joint probability uses the correlation of the players' counts in the games they shared, shrunk towards zero if these are few."),
    h("details", null, h("summary", null, `Choose up to ${MAX_LEGS} of ${props.length} legs`), list), result);
}

function jointValue(legs, logs) {
  const correlations = legCorrelations(legs, logs.flatMap((log) => gamesWithPlayers(log)));
  const joint = jointProbability(legs.map((leg) => leg.p), correlations.matrix);
  const independent = legs.reduce((product, leg) => product * leg.p, 1);
  const pickem = PICKEM.filter(([count]) => count === legs.length);
  const isValued = !legs.some(p.isWithoutBlend);
  const evAt = (pays) => (isValued ? `EV ${f.signedPercent(joint * pays - 1)}; ` : "");
  return [
    h("dl", { class: "inputs" }, [
      ["Joint probability", f.percent(joint)], ["If independent", f.percent(independent)],
      ["Fair price", f.price(joint > 0 && joint < 1 ? (joint >= 0.5 ? (-100 * joint) / (1 - joint) : (100 * (1 - joint)) / joint) : null)],
      ...pickem.map(([, pays]) => [`Pick'em paying ${pays}\u00d7`, `${evAt(pays)}breaks even at ${f.percent(1 / pays)}`]),
    ].map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value)))),
    isValued ? null : h("p", { class: "faint" }, p.NO_BLEND),
    p.plain("Correlation of the legs", ["Legs", "Shared games", "Correlation used"], correlations.pairs.map((pair) => [`${legs[pair.a].player.player_name} and ${legs[pair.b].player.player_name}`, pair.n, f.signed(pair.rho, 2)]), ["", "n", "n"]),
  ];
}

function gamesWithPlayers(log) {
  const people = rows(log.players);
  return rows(log.games).map((each) => ({ ...each, player_id: people[each.player].player_id }));
}

export { gameName };
