// Prices: every book's quote on every prop, with no-vig probabilities and the best prices marked.

import { load, rows } from "../data.js";
import { field, h, replace, select } from "../dom.js";
import * as f from "../format.js";
import * as odds from "../odds.js";
import * as p from "../parts.js";
import { gameName, leadOf, overAt, readSlate } from "../slate.js";

const METHODS = Object.keys(odds.NO_VIG);

export async function prices({ query, setQuery }) {
  const [document, priced] = await load("today.json", "prices.json");
  const slate = readSlate(document);
  const predictions = new Map(slate.predictions.map((row) => [`${row.player.place}|${row.market}`, row]));
  const leads = new Map();
  const offers = rows(priced.offers).map((offer) => {
    const row = predictions.get(`${offer.player}|${offer.market}`);
    if (row && !leads.has(row)) leads.set(row, leadOf(row));
    const lead = leads.get(row);
    return { ...offer, who: slate.players[offer.player], pOver: lead ? overAt(lead, offer.line) : null };
  });
  if (!offers.length) return [p.heading("Prices"), p.empty("No book has quoted a player of this slate.", h("p", null, "Prices are fetched with ", h("code", null, "tipoff ingest odds"), "."))];
  const state = { q: "", game: "", market: query.market ?? "player_points", method: "power", alternates: "", ...query };
  const results = h("div");
  const draw = () => replace(results, table(offers.filter((offer) => matches(offer, state)), offers, state));
  const change = (name) => (value) => { state[name] = value; setQuery({ ...state }); draw(); };
  draw();
  const markets = [...new Set(offers.map((offer) => offer.market))].map((key) => [key, f.marketName(key)]);
  const suspects = offers.filter((offer) => offer.suspect).length;
  return [
    p.heading("Prices", h("p", { class: "lead" }, `${f.many(offers.length, "quote")} of ${f.many(new Set(offers.map((offer) => offer.bookmaker)).size, "book")}; the newest is ${f.ago(document.inputs.prices)}.`)),
    suspects ? p.notice(`${f.many(suspects, "quote is", "quotes are")} suspect: marked with the reason, and never picked.`) : null,
    holds(offers),
    h("form", { class: "filters", onsubmit: (event) => event.preventDefault(), "aria-label": "Filter the prices" },
      field("Search", h("input", { type: "search", value: state.q, placeholder: "Player", oninput: (event) => change("q")(event.target.value) }), "grow"),
      field("Game", select(state.game, [["", "All games"], ...slate.games.map((game) => [game.game_id, gameName(game)])], change("game"))),
      field("Market", select(state.market, markets, change("market"))),
      field("No-vig method", select(state.method, METHODS.map((name) => [name, f.words(name)]), change("method"))),
      field("Lines", select(state.alternates, [["", "Main"], ["1", "Alternates too"]], change("alternates")))),
    results,
  ];
}

const matches = (offer, state) =>
  offer.who && offer.market === state.market
  && (!state.q || offer.who.player_name.toLocaleLowerCase().includes(state.q.trim().toLocaleLowerCase()))
  && (!state.game || offer.who.game.game_id === state.game)
  && (state.alternates || !offer.is_alternate);

const both = (offer) => offer.over_price !== null && offer.under_price !== null;

function holds(offers) {
  const books = Object.entries(Object.groupBy(offers.filter((offer) => both(offer) && !offer.suspect), (offer) => offer.bookmaker));
  if (!books.length) return null;
  const body = books.map(([book, own]) => ({ book, n: own.length, hold: own.reduce((total, offer) => total + odds.hold(offer.over_price, offer.under_price), 0) / own.length }));
  body.sort((a, b) => a.hold - b.hold);
  return h("details", null, h("summary", null, "Hold by book"), p.plain("Hold by book", ["Book", "Two-sided quotes", "Mean hold"], body.map((row) => [f.bookName(row.book), f.grouped(row.n), f.percent(row.hold)]), ["", "n", "n"]));
}

function table(shown, all, state) {
  if (!shown.length) return p.empty("No quote matches these filters.");
  const noVig = odds.NO_VIG[state.method];
  const sameLine = Object.groupBy(all.filter((offer) => !offer.suspect), (offer) => key(offer));
  const best = (offer, side) => {
    const price = offer[`${side}_price`];
    const others = (sameLine[key(offer)] ?? []).filter((each) => each[`${side}_price`] !== null);
    const top = price !== null && !offer.suspect && others.every((each) => odds.decimal(each[`${side}_price`]) <= odds.decimal(price) + 1e-9);
    return [top && others.length > 1 ? h("strong", { class: "whole", title: "the best on offer at this line" }, f.price(price), " \u2605") : f.price(price)];
  };
  const consensus = (offer) => {
    const others = (sameLine[key(offer)] ?? []).filter((each) => both(each) && each.bookmaker !== offer.bookmaker);
    return others.length ? odds.median(others.map((each) => noVig(each.over_price, each.under_price))) : null;
  };
  return p.sortable({
    caption: "Every quote", rows: shown, sort: { key: "player", direction: 1 }, limit: 120,
    rowClass: (offer) => (offer.suspect ? "suspect" : null),
    columns: [
      { key: "player", label: "Player", value: (offer) => `${offer.who.player_name}${String(offer.line).padStart(6)}`, cell: (offer) => [p.playerLink(offer.who, offer.market), h("span", { class: "sub" }, p.gameLink(offer.who.game))] },
      { key: "book", label: "Book", value: (offer) => f.bookName(offer.bookmaker), cell: (offer) => [f.bookName(offer.bookmaker), offer.suspect ? h("span", { class: "sub warn" }, offer.suspect) : null] },
      { key: "line", label: "Line", numeric: true, value: (offer) => offer.line, cell: (offer) => f.line(offer.line) },
      { key: "over", label: "Over", numeric: true, value: (offer) => odds.decimal(offer.over_price), cell: (offer) => best(offer, "over") },
      { key: "under", label: "Under", numeric: true, value: (offer) => odds.decimal(offer.under_price), cell: (offer) => best(offer, "under") },
      { key: "novig", label: "No-vig over", numeric: true, kind: "wide", value: (offer) => (both(offer) ? noVig(offer.over_price, offer.under_price) : null), cell: (offer) => (both(offer) ? f.percent(noVig(offer.over_price, offer.under_price)) : "\u2013") },
      { key: "others", label: "Other books", numeric: true, kind: "wide", title: "The median of the other books at this line", value: consensus, cell: (offer) => f.percent(consensus(offer)) },
      { key: "we", label: "Tipoff over", numeric: true, kind: "wide", value: (offer) => offer.pOver, cell: (offer) => f.percent(offer.pOver) },
      { key: "hold", label: "Hold", numeric: true, kind: "wide", value: (offer) => (both(offer) ? odds.hold(offer.over_price, offer.under_price) : null), cell: (offer) => (both(offer) ? f.percent(odds.hold(offer.over_price, offer.under_price)) : "one side") },
      { key: "age", label: "Age", numeric: true, kind: "wide", value: (offer) => f.minutesAgo(offer.captured_at), cell: (offer) => f.ago(offer.captured_at).replace(" old", "") },
    ],
  });
}

const key = (offer) => `${offer.player}|${offer.market}|${offer.line}`;
