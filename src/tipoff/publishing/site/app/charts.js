// Charts drawn as SVG. Each has a label that states its content in words.

import { s } from "./dom.js";
import { bookName, clock, line as lineText, number, percent, price, signed, when } from "./format.js";

// Charts are only as wide as the screen, so that their text keeps its size on a phone.
const widthUpTo = (maximum) => Math.min(maximum, document.documentElement.clientWidth - 34);

// Draws a bar relative to the largest value, inside a row of text.
export function barOf(value, top) {
  const width = 72;
  return s("svg", { width, height: 9, class: "inline", "aria-hidden": "true" }, s("rect", { width: round((value / top) * width), height: 9, class: "mass" }));
}

const round = (value) => Math.round(value * 10) / 10;

function frame(width, height, label, ...parts) {
  const box = { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, class: "chart" };
  return s("svg", { ...box, width, height }, ...parts);
}

const text = (x, y, words, attributes = {}) => s("text", { x, y, ...attributes }, words);
const rule = (x1, y1, x2, y2, kind) => s("line", { x1, y1, x2, y2, class: kind });

// Draws a distribution and the line, at the height of a row of text.
export function sparkline(masses, at, side, label, width = 116) {
  const [height, base] = width > 116 ? [40, 38] : [26, 24];
  const last = Math.max(
    masses.findLastIndex((mass) => mass > 0.002),
    Math.ceil(at ?? 0) + 2,
    6,
  );
  const top = Math.max(...masses);
  const step = width / (last + 1);
  // Two paths, not an element per bar: a slate has hundreds of these.
  const drawn = { mass: "", [`mass ${side}`]: "" };
  const wide = round(Math.max(step - 0.4, 0.6));
  for (let k = 0; k <= last && k < masses.length; k += 1) {
    const tall = round((masses[k] / top) * (base - 3));
    const wins = at !== null && k !== at && (k > at ? "over" : "under") === side;
    drawn[wins ? `mass ${side}` : "mass"] += `M${round(k * step)} ${round(base - tall)}h${wide}v${tall}h${-wide}z`;
  }
  const bars = Object.entries(drawn).map(([kind, d]) => (d ? s("path", { d, class: kind }) : null));
  const mark = at === null ? null : round((at + 0.5) * step);
  return frame(width, height, label, bars, rule(0, base, width, base, "axis"),
    mark === null ? null : rule(mark, 0, mark, height, "at-line"));
}

// Draws the full distribution with every book's line.
export function pmfChart(lead, model, at, books) {
  const [width, height, left, base] = [widthUpTo(680), 232, 34, 196];
  const last = Math.max(lead.findLastIndex((m) => m > 0.0015), Math.ceil(at ?? 0) + 2, 8);
  const top = Math.max(...lead, ...(model ?? [0])) * 1.08;
  const step = (width - left - 6) / (last + 1);
  const x = (k) => round(left + k * step);
  const y = (mass) => round(base - (mass / top) * (base - 14));
  const parts = [];
  for (const share of ticks(top, 3)) {
    parts.push(rule(left, y(share), width, y(share), "grid"), text(left - 5, y(share) + 4, percent(share, 0), { "text-anchor": "end" }));
  }
  lead.slice(0, last + 1).forEach((mass, k) => {
    const kind = at === null || k === at ? "" : k > at ? "over" : "under";
    parts.push(
      s("rect", { x: x(k) + 0.5, y: y(mass), width: round(Math.max(step - 1, 0.8)), height: round(base - y(mass)), class: `mass ${kind}` },
        s("title", null, `${k}: ${percent(mass)}`)),
    );
  });
  if (model) {
    const path = model.slice(0, last + 1).map((mass, k) => `${round(x(k) + step / 2)},${y(mass)}`).join(" ");
    parts.push(s("polyline", { points: path, class: "model" }));
  }
  const every = Math.max(1, Math.ceil(last / (width / 48)));
  for (let k = 0; k <= last; k += every) parts.push(text(x(k) + step / 2, base + 16, k, { "text-anchor": "middle" }));
  parts.push(rule(left, base, width, base, "axis"));
  for (const [value, count] of books) {
    const place = round(left + (value + 0.5) * step);
    parts.push(s("path", { d: `M${place - 4},${height - 6}h8l-4,-7z`, class: "book" }, s("title", null, `${count} at ${lineText(value)}`)));
  }
  if (at !== null) {
    const place = round(left + (at + 0.5) * step);
    parts.push(rule(place, 4, place, base, "at-line"), text(place + 5, 13, `line ${lineText(at)}`, { class: "strong" }));
  }
  const label = `Probability of each count; the line is at ${lineText(at)}`;
  return frame(width, height, label, parts);
}

function ticks(top, count) {
  const raw = top / count;
  const scale = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * scale).find((each) => each >= raw);
  const values = [];
  for (let value = 0; value <= top + 1e-9; value += step) values.push(value);
  return values;
}

// Draws games as bars against a line.
export function gameBars(games, at) {
  const [width, height, left, base] = [widthUpTo(680), 196, 30, 158];
  const top = Math.max(...games.map((game) => game.count), at ?? 0, 4) * 1.12;
  const step = (width - left) / Math.max(games.length, 10);
  const y = (value) => round(base - (value / top) * (base - 12));
  const parts = ticks(top, 3).flatMap((value) => [
    rule(left, y(value), width, y(value), "grid"),
    text(left - 5, y(value) + 4, value, { "text-anchor": "end" }),
  ]);
  games.forEach((game, place) => {
    const x = left + place * step;
    const kind = at === null || game.count === at ? "push" : game.count > at ? "over" : "under";
    const label = `${game.game_date} ${game.home ? "vs" : "at"} ${game.opponent}: ${Math.round(game.count)} in ${number(game.minutes, 0)} min`;
    parts.push(
      s("rect", { x: round(x + 1.5), y: y(game.count), width: round(Math.min(step - 3, 40)), height: round(Math.max(base - y(game.count), 1.5)), class: `bar ${kind}` }, s("title", null, label)),
    );
    if (step >= 22) {
      const middle = round(x + Math.min(step, 43) / 2);
      parts.push(
        text(middle, y(game.count) - 3, Math.round(game.count), { "text-anchor": "middle", class: "value" }),
        text(middle, base + 14, game.opponent ?? "", { "text-anchor": "middle" }),
        text(middle, base + 28, game.game_date.slice(5).replace("-", "/"), { "text-anchor": "middle", class: "faint" }),
      );
    }
  });
  parts.push(rule(left, base, width, base, "axis"));
  if (at !== null) parts.push(rule(left, y(at), width, y(at), "at-line"));
  return frame(width, height, `Last ${games.length} games against ${lineText(at)}`, parts);
}

// Draws each book's main line over time, in steps: a line holds until the next capture.
export function moveChart(moves) {
  const [width, height, left, right, base] = [widthUpTo(680), 210, 34, 96, 178];
  const times = moves.map((move) => new Date(move.captured_at).getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const values = moves.map((move) => move.line);
  const [low, high] = [Math.min(...values) - 0.5, Math.max(...values) + 0.5];
  const x = (text) => round(left + ((new Date(text).getTime() - first) / Math.max(last - first, 1)) * (width - left - right));
  const y = (value) => round(base - ((value - low) / (high - low)) * (base - 16));
  const parts = [];
  const step = Math.max(0.5, Math.ceil((high - low) / 5) / 1);
  for (let value = Math.ceil(low * 2) / 2; value <= high; value += step) {
    parts.push(rule(left, y(value), width - right, y(value), "grid"), text(left - 5, y(value) + 4, lineText(value), { "text-anchor": "end" }));
  }
  parts.push(text(left, base + 18, clock(new Date(first).toISOString())), text(width - right, base + 18, clock(new Date(last).toISOString()), { "text-anchor": "end" }));
  const ends = [];
  Object.entries(Object.groupBy(moves, (move) => move.bookmaker)).forEach(([book, own], place) => {
    const path = own.map((move, n) => (n ? `H${x(move.captured_at)}V${y(move.line)}` : `M${x(move.captured_at)},${y(move.line)}`)).join("") + `H${width - right}`;
    parts.push(s("path", { d: path, class: `move b${place % 6}` }));
    for (const move of own) {
      parts.push(s("circle", { cx: x(move.captured_at), cy: y(move.line), r: 3, class: `moved b${place % 6}` },
        s("title", null, `${bookName(book)}, ${when(move.captured_at)}: ${lineText(move.line)}, over ${price(move.over_price)}, under ${price(move.under_price)}`)));
    }
    ends.push([y(own.at(-1).line), book, place]);
  });
  ends.sort((a, b) => a[0] - b[0]);
  let free = 0;
  for (const [at, book, place] of ends) {
    free = Math.max(at + 4, free + 13);
    parts.push(text(width - right + 6, free, bookName(book), { class: `book b${place % 6}` }));
  }
  const label = Object.entries(Object.groupBy(moves, (move) => move.bookmaker)).map(([book, own]) => `${bookName(book)} from ${lineText(own[0].line)} to ${lineText(own.at(-1).line)}`).join("; ");
  return frame(width, height, `Main line over time: ${label}`, parts);
}

// Draws units won by month, with the same scale for gains and losses.
export function monthBars(months) {
  const [width, height, left, top, bottom] = [widthUpTo(680), 200, 44, 14, 168];
  const limit = Math.max(...months.map((month) => Math.abs(month.units)), 1);
  const middle = (top + bottom) / 2;
  const y = (units) => round(middle - (units / limit) * ((bottom - top) / 2));
  const step = (width - left) / Math.max(months.length, 6);
  const parts = [limit, 0, -limit].flatMap((value) => [
    rule(left, y(value), width, y(value), value ? "grid" : "axis"),
    text(left - 6, y(value) + 4, signed(value, limit < 10 ? 1 : 0), { "text-anchor": "end" }),
  ]);
  months.forEach((month, place) => {
    const x = left + place * step;
    const tall = Math.abs(y(month.units) - middle);
    parts.push(
      s("rect", { x: round(x + 4), y: Math.min(y(month.units), middle), width: round(Math.min(step - 8, 46)), height: Math.max(tall, 1), class: month.units < 0 ? "bar lost" : "bar won" },
        s("title", null, `${month.value}: ${signed(month.units, 2)} units from ${month.picks} picks`)),
      text(round(x + Math.min(step, 54) / 2), bottom + 18, month.value.slice(2), { "text-anchor": "middle" }),
    );
  });
  return frame(width, height, `Units returned by month: ${months.map((m) => `${m.value} ${signed(m.units, 1)}`).join(", ")}`, parts);
}

// Draws predicted against observed shares; the band shows deviations due to chance alone.
export function calibrationChart(bins) {
  const [size, left, base] = [300, 40, 262];
  const all = bins.flatMap((bin) => [bin.said, bin.happened, bin.low, bin.high]);
  const [low, high] = [Math.floor(Math.min(...all, 0.4) * 10) / 10, Math.ceil(Math.max(...all, 0.6) * 10) / 10];
  const x = (p) => round(left + ((p - low) / (high - low)) * (size - left - 8));
  const y = (p) => round(base - ((p - low) / (high - low)) * (base - 10));
  const parts = [];
  for (let p = low; p <= high + 1e-9; p += 0.1) {
    parts.push(rule(left, y(p), size - 8, y(p), "grid"), text(left - 5, y(p) + 4, percent(p, 0), { "text-anchor": "end" }));
    parts.push(text(x(p), base + 16, percent(p, 0), { "text-anchor": "middle" }));
  }
  const edge = [...bins.map((bin) => `${x(bin.said)},${y(bin.high)}`), ...[...bins].reverse().map((bin) => `${x(bin.said)},${y(bin.low)}`)];
  parts.push(s("polygon", { points: edge.join(" "), class: "band" }), rule(x(low), y(low), x(high), y(high), "even"));
  for (const bin of bins) {
    parts.push(s("circle", { cx: x(bin.said), cy: y(bin.happened), r: 3.5, class: "point" },
      s("title", null, `predicted ${percent(bin.said)}, observed ${percent(bin.happened)}, n ${bin.n}`)));
  }
  parts.push(text((left + size) / 2, base + 33, "predicted", { "text-anchor": "middle", class: "faint" }));
  return frame(size, 300, `Calibration: ${bins.map((b) => `predicted ${percent(b.said, 0)}, observed ${percent(b.happened, 0)}`).join("; ")}`, parts);
}
