// Logged bets, stored only in this browser.

import { h } from "./dom.js";

const KEY = "tipoff.bets";

export function readBets() {
  try {
    const bets = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(bets) ? bets.filter((bet) => bet && typeof bet === "object") : [];
  } catch {
    return [];
  }
}

export function writeBets(bets) {
  localStorage.setItem(KEY, JSON.stringify(bets));
}

// A bet is recognized by its offer. Its id also contains the time of logging, as on the command line.
const offer = (bet) => [bet.game_id, bet.player_id, bet.market, bet.side, bet.line, bet.bookmaker, bet.price].join("|");

export function logButton(row) {
  const taken = {
    game_id: row.player.game.game_id, player_id: row.player.player_id, player_name: row.player.player_name,
    market: row.market, side: row.side, line: row.line, price: row.bet_price, bookmaker: row.bet_bookmaker,
    stake: Number((row.stake_share * 100).toFixed(2)),
  };
  const button = h("button", { type: "button", class: "quiet log", onclick: () => {
    const logged_at = new Date().toISOString();
    try {
      writeBets([...readBets(), { id: `${offer(taken)}|${logged_at}`, logged_at, date: currentDate, ...taken }]);
      button.textContent = "Logged: see Bets";
    } catch {
      button.textContent = "This browser cannot store bets";
    }
    button.disabled = true;
  } }, "Log this bet");
  if (readBets().some((bet) => offer(bet) === offer(taken))) {
    button.textContent = "Logged: see Bets";
    button.disabled = true;
  }
  return button;
}

let currentDate = null;

export function setDate(day) {
  currentDate = day;
}
