// Pipeline: rows of every table by date, what is missing and why, checks, runs and models.

import { load, published, rows } from "../data.js";
import { h } from "../dom.js";
import * as f from "../format.js";
import * as p from "../parts.js";

export async function pipeline() {
  const [status, more] = await load(...["status.json", published("pipeline.json") ? "pipeline.json" : null].filter(Boolean));
  return [
    p.heading("Pipeline", h("p", { class: "lead" }, standing(status))),
    listed("problems", status.problems),
    listed("warnings", status.warnings),
    counts(status),
    more ? grid(more) : null,
    tables(status),
    reasons(status),
    checks(status),
    more ? runs(more) : null,
    more ? models(more) : null,
    more ? lineage(more) : null,
  ];
}

function standing({ problems, warnings }) {
  const text = problems.length ? `${f.many(problems.length, "problem")}.` : "No problems.";
  return warnings.length ? `${text} ${f.many(warnings.length, "warning")}, which ${warnings.length === 1 ? "blocks" : "block"} nothing.` : text;
}

const listed = (kind, texts) => (texts.length ? h("ul", { class: kind }, texts.map((text) => h("li", null, text))) : null);

function counts(status) {
  const parts = [...Object.entries(status.games), ...Object.entries(status.prices).map(([name, n]) => [`prices: ${name}`, n])];
  return h("dl", { class: "inputs" }, parts.map(([name, n]) => h("div", null, h("dt", null, f.words(name)), h("dd", null, f.grouped(n)))));
}

function grid(more) {
  const newestFirst = (each) => [...each].reverse();
  const dates = newestFirst(more.grid.dates);
  const all = rows(more.grid.tables).map((row) => ({ ...row, rows: newestFirst(row.rows) }));
  return h("section", { "aria-labelledby": "grid" }, h("h2", { id: "grid" }, `Rows by date, the last ${dates.length} dates with games, the newest first`),
    h("div", { class: "table", tabindex: "0", role: "group", "aria-label": "Rows by date" }, h("table", { class: "grid" },
      h("caption", { class: "hidden" }, "Rows of each table by date"),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Table"), dates.map((day) => h("th", { scope: "col", class: "n" }, day.slice(5).replace("-", "/"))))),
      h("tbody", null, all.map((row) => h("tr", null, h("th", { scope: "row" }, p.tableName(row.table)), row.rows.map((n, place) => h("td", { class: n ? "n" : "n none", title: `${row.table}, ${dates[place]}: ${f.grouped(n)} rows` }, n ? f.grouped(n) : "\u00b7"))))))));
}

function tables(status) {
  return h("section", { "aria-labelledby": "tables" }, h("h2", { id: "tables" }, "Tables"), p.plain("Tables", ["Table", "Rows", "From", "To", "Set aside", "Unaccounted", "Missing dates"],
    status.tables.map((table) => [p.tableName(table.table), f.grouped(table.rows), table.first_date ?? "\u2013", table.last_date ?? "\u2013", f.grouped(table.quarantined), table.unaccounted === null ? "\u2013" : f.grouped(table.unaccounted), f.grouped(table.missing_dates)]), ["", "n", "wide", "whole", "n wide", "n wide", "n"]));
}

function reasons(status) {
  if (!status.reasons.length) return null;
  return h("section", { "aria-labelledby": "reasons" }, h("h2", { id: "reasons" }, "What is missing, and whether a later run can fill it"), p.plain("Reasons", ["Table", "Reason", "Curable", "Count"],
    status.reasons.map((reason) => [p.tableName(reason.table), f.words(reason.reason.toLowerCase()), reason.curable ? "yes" : "no", `${f.grouped(reason.count)} ${reason.of}`]), ["", "", "", "n"]));
}

function checks(status) {
  if (!status.checks.length) return null;
  return h("section", { "aria-labelledby": "checks" }, h("h2", { id: "checks" }, "Checks"), p.plain("Checks", ["Table", "Check", "Examined", "Failed"],
    status.checks.map((check) => [p.tableName(check.table), f.words(check.check), f.grouped(check.examined), check.failed ? h("strong", { class: "lost" }, f.grouped(check.failed)) : "0"]), ["", "", "n", "n"]));
}

function runs(more) {
  return h("section", { "aria-labelledby": "runs" }, h("h2", { id: "runs" }, "Runs"), p.plain("Runs", ["Run", "Command", "Started", "Version"],
    rows(more.runs).map((run) => [run.run, run.command, f.when(run.started_at), run.version]), ["n", "", "", "wide"]));
}

function models(more) {
  const own = rows(more.models);
  if (!own.length) return null;
  return h("section", { "aria-labelledby": "models" }, h("h2", { id: "models" }, "Models"), p.plain("Models", ["Market", "System", "Prediction time", "Serves from"],
    own.map((model) => [f.marketName(model.market), f.words(model.system), f.words(model.serves), model.trained_for]), ["", "", "", "whole"]));
}

function lineage(more) {
  return h("section", { "aria-labelledby": "lineage" }, h("h2", { id: "lineage" }, "Lineage"), h("details", null, h("summary", null, "Each table, and the tables it reads"),
    p.plain("Lineage", ["Table", "Reads"], rows(more.lineage).map((row) => [p.tableName(row.table), row.reads.join(", ") || "landed payloads"]))));
}
