// The record: published predictions and picks against their results.

import { load, rows } from "../data.js";
import { field, h, replace, save, select } from "../dom.js";
import { calibrationChart, monthBars } from "../charts.js";
import * as f from "../format.js";
import * as p from "../parts.js";

const RECORDS = { live: "Live: written before tip-off", replayed: "Replayed: rebuilt after the games" };
const GROUPS = { market: "Market", side: "Side", value: "Expected value of picks", prediction_time: "Prediction time", age_of_line: "Age of the line" };
const WHO = { lead: "Tipoff", model: "The model alone", market: "The market, no-vig" };

export async function record({ query, setQuery }) {
  const [document] = await load("performance.json");
  const seasons = Object.entries(document.seasons).map(([season, tables]) => ({ season, groups: rows(tables.groups), calibration: rows(tables.calibration), disagreement: rows(tables.disagreement), scores: rows(tables.scores), closing: rows(tables.closing) }));
  const scored = seasons.filter((each) => each.groups.length);
  if (!scored.length) return [p.heading("Record"), p.empty("No prediction at a line has been graded yet.", h("p", null, "A prediction is graded once its game has a result."))];
  const available = [...new Set(scored.flatMap((each) => each.groups.map((group) => group.record)))].sort();
  const state = { record: available[0], season: scored.at(-1).season, ...query };
  const view = h("div");
  const draw = () => replace(view, drawn(scored, state, document));
  const change = (name) => (value) => { state[name] = value; setQuery({ ...state }); draw(); };
  draw();
  return [
    p.heading("Record", h("p", { class: "lead" }, "All graded predictions at a line, compared with the model alone, the market and a coin flip.")),
    h("form", { class: "filters", onsubmit: (event) => event.preventDefault(), "aria-label": "Choose a record" },
      field("Record", select(state.record, available.map((name) => [name, RECORDS[name] ?? name]), change("record")), "grow"),
      field("Season", select(state.season, scored.map((each) => [each.season, each.season]).reverse(), change("season")))),
    view,
    chain(document),
  ];
}

function drawn(scored, state, document) {
  const season = scored.find((each) => each.season === state.season) ?? scored.at(-1);
  const groups = season.groups.filter((group) => group.record === state.record);
  const all = groups.find((group) => group.by === "all");
  if (!all) return p.empty(`No ${state.record} predictions in ${season.season}.`);
  const months = groups.filter((group) => group.by === "month");
  return [
    state.record === "replayed" ? p.notice("Replayed: rebuilt from what was known before each tip-off, but after the games were over. Only live picks could have been bet.") : null,
    verdict(all),
    headline(all),
    h("section", { "aria-labelledby": "months" }, h("h2", { id: "months" }, "Picks by month, one unit each"),
      all.picks ? monthBars(months) : p.empty("No picks: no bet on offer had an EV of 2\u202f%."),
      monthTable(months)),
    calibration(season, state.record),
    disagreement(season, state.record),
    state.record === "live" ? closing(season) : null,
    Object.entries(GROUPS).map(([by, name]) => breakdown(by, name, groups)),
    systems(season, state.record),
    downloads(season, state.record),
  ];
}

function verdict(all) {
  if (!all.picks) return h("p", { class: "say" }, "No bet was recommended, so nothing was won or lost.");
  const proven = all.roi_low > 0 ? "The interval is above zero." : all.roi_high < 0 ? "The interval is below zero: these picks lost money." : "The interval includes zero: this does not show that betting these picks wins.";
  return h("p", { class: "say" }, h("strong", { class: all.units < 0 ? "lost" : "won" }, `${f.signed(all.units)} units`), ` from ${f.many(all.picks, "ticket")}: ${f.signedPercent(all.roi)} per unit, 95\u202f% interval ${f.signedPercent(all.roi_low)} to ${f.signedPercent(all.roi_high)}. ${proven}${twice(all)}`);
}

// Explains that a prop picked in the morning and again before tip-off counts as two tickets.
function twice(all) {
  const again = all.picks - all.props;
  if (!again) return "";
  return ` They are on ${f.many(all.props, "prop")}: ${f.grouped(again)} ${again === 1 ? "was" : "were"} picked in the morning and again before tip-off. Counting only the first ticket of each prop, the result is ${f.signed(all.prop_units)} units.`;
}

function headline(all) {
  const parts = [
    ["Lines graded", f.grouped(all.lines)], ["Went over", f.percent(all.over_share)],
    ["Log loss, Tipoff", f.number(all.log_loss_lead, 4)], ["Model alone", f.number(all.log_loss_model, 4)],
    ["Market", f.number(all.log_loss_market, 4)], ["A coin flip", "0.6931"],
    ["Tipoff minus market", `${f.signed(all.lead_less_market, 4)} (${f.signed(all.lead_less_market_low, 4)} to ${f.signed(all.lead_less_market_high, 4)})`],
  ];
  return [h("dl", { class: "inputs" }, parts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value)))),
    h("p", { class: "faint" }, "Lower log loss is better. Compared on lines with prices on both sides; intervals are bootstrapped over dates.")];
}

const picksCells = (group) => [f.grouped(group.picks), `${group.won}\u2013${group.lost}${group.returned ? `\u2013${group.returned}` : ""}`, f.signed(group.units, 2), f.signed(group.expected_units, 2), f.signedPercent(group.roi), group.roi_low === null ? "\u2013" : `${f.signedPercent(group.roi_low)} to ${f.signedPercent(group.roi_high)}`];
const PICKS_HEADS = ["Picks", "Won\u2013lost\u2013returned", "Units", "Expected", "Per unit", "95 % interval"];

function monthTable(months) {
  return h("details", null, h("summary", null, "The months as a table"), p.plain("Months", ["Month", ...PICKS_HEADS], months.map((group) => [group.value, ...picksCells(group)]), ["", "n", "n", "n", "n", "n", "n wide"]));
}

function breakdown(by, name, groups) {
  const own = groups.filter((group) => group.by === by);
  if (!own.length) return null;
  const label = (group) => (by === "market" ? f.marketName(group.value) : f.words(group.value));
  return h("section", null, h("h2", null, name), p.plain(name, [name, "Lines", "Tipoff", "Market", ...PICKS_HEADS],
    own.map((group) => [label(group), f.grouped(group.lines), f.number(group.log_loss_lead, 4), f.number(group.log_loss_market, 4), ...picksCells(group)]),
    ["", "n", "n wide", "n wide", "n", "n wide", "n", "n wide", "n", "n wide"]));
}

function calibration(season, record) {
  const own = season.calibration.filter((bin) => bin.record === record);
  const whos = Object.keys(WHO).filter((who) => own.some((bin) => bin.who === who));
  if (!whos.length) return null;
  return h("section", { "aria-labelledby": "calibration" }, h("h2", { id: "calibration" }, "When Tipoff says 60 %, does it happen 60 % of the time?"),
    h("p", { class: "faint" }, "Predicted probability of over against the observed share. Perfect predictions lie on the dashed line; the band shows deviations due to chance alone."),
    h("div", { class: "pair three" }, whos.map((who) => h("figure", null, h("figcaption", null, WHO[who]), calibrationChart(own.filter((bin) => bin.who === who))))));
}

function disagreement(season, record) {
  const own = season.disagreement.find((each) => each.record === record);
  if (!own || own.slope === null) return null;
  const meaning = own.high < 0.5 ? "Where the two differed, the market was mostly right." : own.low > 0.5 ? "Where the two differed, the model was mostly right." : "Neither was clearly right where the two differed.";
  return h("section", { "aria-labelledby": "differ" }, h("h2", { id: "differ" }, "Where the model and the market differ"),
    h("p", null, `Coefficient of disagreement ${f.number(own.slope, 2)} (${f.number(own.low, 2)} to ${f.number(own.high, 2)}, n ${f.grouped(own.n)}): 0 means the market was right wherever they differed, 1 the model. `, h("strong", null, meaning)));
}

function closing(season) {
  const all = season.closing.find((group) => group.by === "all");
  if (!all) return null;
  const text = all.closes
    ? [`${f.grouped(all.closes)} of ${f.many(all.picks, "pick")} ${all.closes === 1 ? "has" : "have"} a price of the same book that was captured later, at a median of ${f.number(all.hours_before_tip)} h before tip-off. The line taken was ${f.signed(all.points, 2)} points better than that one. `,
       all.priced ? h("strong", null, `For the ${f.grouped(all.priced)} still quoted at their line, the price taken had an EV of ${f.signedPercent(all.gain)} (${f.signedPercent(all.low)} to ${f.signedPercent(all.high)}) if the no-vig close is right.`) : "None of them was still quoted at the line taken."]
    : "No price was captured after a pick was written: closing line value is unknown.";
  const markets = season.closing.filter((group) => group.by === "market" && group.closes);
  return h("section", { "aria-labelledby": "close" }, h("h2", { id: "close" }, "Closing line value"), h("p", null, text),
    markets.length ? p.plain("Closing line value", ["Market", "Picks", "Closes", "Hours before tip", "Points of line", "Price", "95 % interval"], markets.map((group) => [f.marketName(group.value), f.grouped(group.picks), f.grouped(group.closes), f.number(group.hours_before_tip), f.signed(group.points, 2), f.signedPercent(group.gain), group.low === null ? "\u2013" : `${f.signedPercent(group.low)} to ${f.signedPercent(group.high)}`]), ["", "n", "n", "n", "n", "n", "n wide"]) : null);
}

function systems(season, record) {
  const metrics = { crps: "CRPS", mae: "MAE", log_loss_at_line: "Log loss at the line", coverage_90: "Inside 90 %" };
  const own = season.scores.filter((score) => score.record === record && score.prediction_time === "before-tip" && score.metric in metrics);
  if (!own.length) return null;
  own.sort((a, b) => a.market.localeCompare(b.market) || a.metric.localeCompare(b.metric) || a.population.localeCompare(b.population) || a.value - b.value);
  return h("details", null, h("summary", null, `Every system, metric and population (${f.many(own.length, "row")})`),
    p.plain("Scores", ["Market", "Metric", "Population", "System", "n", "Value", "95 % interval"], own.map((score) => [f.marketName(score.market), metrics[score.metric], score.population, f.words(score.system), f.grouped(score.n), f.number(score.value, 4), `${f.number(score.low, 4)} to ${f.number(score.high, 4)}`]), ["", "", "wide", "", "n", "n", "n wide"]));
}

function downloads({ season, groups }, record) {
  const months = [...new Set(groups.filter((group) => group.by === "month").map((group) => group.value))].sort();
  const button = h("button", { type: "button", onclick: async () => {
    button.disabled = true;
    button.textContent = "Collecting…";
    try {
      const lines = await graded(months, record);
      save(`tipoff-graded-${season}-${record}.csv`, "text/csv", `\ufeff${lines.join("\n")}\n`);
      button.textContent = `Downloaded ${f.many(lines.length - 1, "prediction")}`;
    } catch (error) {
      button.textContent = `Not downloaded: ${error.message}`;
    }
    button.disabled = false;
  } }, "Download every graded prediction (CSV)");
  const link = (month) => h("a", { href: `graded/${month}.parquet`, download: `tipoff-graded-${month}.parquet` }, month);
  return h("div", null, h("p", null, button),
    h("p", null, "Every graded prediction of a month, live and replayed (Parquet): ", months.flatMap((month, place) => [place ? ", " : null, link(month)])));
}

// Returns the CSV lines of one record from the files of some months, under one header. The record is
// the first column, texts are quoted, and no value contains a line break.
async function graded(months, record) {
  const files = await Promise.all(months.map((month) => unpacked(`graded/${month}.csv.gz`)));
  const lines = files.map((text) => text.split("\n").filter(Boolean));
  return [...(lines[0]?.slice(0, 1) ?? []), ...lines.flatMap((each) => each.slice(1).filter((line) => line.startsWith(`"${record}",`)))];
}

// Loads a gzip file as text. Some servers declare the compression, and the browser then unpacks it.
async function unpacked(path) {
  const response = await fetch(path, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${path} is not published`);
  const body = await response.blob();
  const [first, second] = new Uint8Array(await body.slice(0, 2).arrayBuffer());
  const stream = body.stream();
  return new Response(first === 0x1f && second === 0x8b ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
}

function chain(document) {
  const head = document.chain_head;
  if (!head) return null;
  return h("section", { "aria-labelledby": "chain" }, h("h2", { id: "chain" }, "Proof"),
    h("p", null, `Live predictions are chained: each hash covers all before it. The newest is number ${head.number}, written ${f.when(head.created_at)}. Keep its hash, and `, h("code", null, "tipoff verify"), " proves that nothing before it was altered."),
    h("p", null, h("code", { class: "hash" }, head.hash)));
}
