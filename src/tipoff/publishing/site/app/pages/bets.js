// The bet log, stored only in this browser.

import { readBets, writeBets } from "../betlog.js";
import { csv, h, save } from "../dom.js";
import * as f from "../format.js";
import * as odds from "../odds.js";
import * as p from "../parts.js";
import { loadWithOutcomes, settle } from "../settling.js";

const FIELDS = ["id", "logged_at", "date", "game_id", "player_id", "player_name", "market", "side", "line", "price", "bookmaker", "stake", "result", "gain"];

export async function bets({ refresh }) {
  const logged = await settled(readBets());
  const body = logged.map((bet) => [
    [h("a", { href: `#/player/${bet.player_id}/${bet.market}` }, String(bet.player_name)), h("span", { class: "sub" }, `${f.marketName(String(bet.market))} · ${bet.date}`)],
    [`${String(bet.side).toUpperCase()} ${f.line(bet.line)}`, h("span", { class: "sub" }, h("span", { class: "narrow" }, `${f.price(bet.price)}, ${f.number(bet.stake, 2)} staked`))],
    f.price(bet.price), f.number(bet.stake, 2),
    [h("span", { class: bet.result }, bet.result ?? "pending"), bet.why ? h("span", { class: "sub" }, bet.why) : null], bet.gain === undefined ? "\u2013" : f.signed(bet.gain, 2),
    h("button", { type: "button", class: "quiet", "aria-label": `Remove the bet on ${bet.player_name}`, onclick: () => { writeBets(readBets().filter((each) => each.id !== bet.id)); refresh(); }, title: "Remove" }, "\u00d7"),
  ]);
  const gained = logged.reduce((total, bet) => total + (bet.gain ?? 0), 0);
  const decided = logged.filter((bet) => bet.result).length;
  return [
    p.heading("Bets", h("p", { class: "lead" }, "Stored only in this browser; nothing is sent anywhere. Stakes are in percent of the bankroll.")),
    logged.length ? [
      h("p", { class: "say" }, h("strong", { class: gained < 0 ? "lost" : "won" }, f.signed(gained, 2)), ` of ${f.number(logged.reduce((total, bet) => total + bet.stake, 0), 2)} staked; ${decided} of ${logged.length} decided.`),
      p.plain("Logged bets", ["Player", "Bet", "Price", "Stake", "Result", "Gain", ""], body, ["", "", "n wide", "n wide", "", "n", "n"]),
      h("p", null, h("button", { type: "button", onclick: () => save("tipoff-bets.csv", "text/csv", csv(FIELDS, logged)) }, "Export as CSV"), " ",
        h("button", { type: "button", onclick: () => save("tipoff-bets.json", "application/json", JSON.stringify(readBets(), null, 2)) }, "Export as JSON")),
    ] : p.empty("No bet is logged.", h("p", null, "A ticket's \u201cLog this bet\u201d puts it here.")),
    importer(refresh),
  ];
}

function importer(refresh) {
  const message = h("span", { role: "status" });
  const file = h("input", { type: "file", accept: "application/json", id: "bets-file", onchange: async (event) => {
    try {
      const imported = JSON.parse(await event.target.files[0].text());
      if (!Array.isArray(imported) || !imported.every((bet) => bet?.id && Number.isFinite(bet.price) && Number.isFinite(bet.line))) throw new Error("the file is not a list of bets");
      const kept = readBets().filter((bet) => !imported.some((each) => each.id === bet.id));
      writeBets([...kept, ...imported]);
      refresh();
    } catch (error) {
      message.textContent = `Not imported: ${error.message}`;
    }
  } });
  return h("p", { class: "field" }, h("label", { for: "bets-file" }, "Import bets exported as JSON"), file, message);
}

// Adds the results and gains of bets, by the published results.
async function settled(logged) {
  if (!logged.length) return logged;
  const [outcomeOf] = await loadWithOutcomes([], [...new Set(logged.map((bet) => bet.date))]);
  return logged.map((bet) => {
    const outcome = outcomeOf(bet);
    const result = settle(outcome, bet.side, bet.line);
    return result ? { ...bet, result, why: outcome.why, gain: gain(bet, result) } : bet;
  });
}

function gain({ stake, price }, result) {
  if (result === "won") return stake * (odds.decimal(price) - 1);
  return result === "lost" ? -stake : 0;
}
