// Formats of numbers, times and names.

const MINUS = "\u2212";
const MARKETS = {
  player_points: "Points",
  player_rebounds: "Rebounds",
  player_assists: "Assists",
  player_threes: "Threes",
  player_steals: "Steals",
  player_blocks: "Blocks",
  player_turnovers: "Turnovers",
  player_points_rebounds_assists: "Pts + Reb + Ast",
  player_points_rebounds: "Pts + Reb",
  player_points_assists: "Pts + Ast",
  player_rebounds_assists: "Reb + Ast",
  player_blocks_steals: "Blk + Stl",
};
const BOOKS = {
  draftkings: "DraftKings",
  fanduel: "FanDuel",
  betmgm: "BetMGM",
  williamhill_us: "Caesars",
  betonlineag: "BetOnline",
  betrivers: "BetRivers",
  bovada: "Bovada",
  pointsbetus: "PointsBet",
  espnbet: "ESPN BET",
  unibet_us: "Unibet",
  mybookieag: "MyBookie",
  consensus: "Consensus",
};

export const MARKET_ORDER = Object.keys(MARKETS);
const PLACES = new Map(MARKET_ORDER.map((key, place) => [key, place]));
export const marketPlace = (key) => PLACES.get(key) ?? MARKET_ORDER.length;

export function marketName(key) {
  return MARKETS[key] ?? words(key.replace(/^player_/, ""));
}

// Returns the columns of a game log that add up to a market.
export function counted(key) {
  const parts = key.replace(/^player_/, "").split("_");
  return parts.map((part) => (part === "threes" ? "threes_made" : part));
}

export function bookName(key) {
  return BOOKS[key] ?? key.replaceAll("_", " ").replace(/\b\w/g, (letter) => letter.toUpperCase());
}

export function words(key) {
  const text = String(key).replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Rounds halves away from zero, as in the terminal. TIE, in units of the last digit, is the tolerance
// within which a binary fraction counts as a half.
const TIE = 1e-6;
function fixed(value, digits) {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + TIE) / scale).toFixed(digits);
}

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

export function number(value, digits = 1) {
  return known(value) ? fixed(value, digits).replace("-", MINUS) : "\u2013";
}

export function line(value) {
  return known(value) ? String(value) : "\u2013";
}

export function percent(value, digits = 1) {
  return known(value) ? `${fixed(value * 100, digits)}\u202f%`.replace("-", MINUS) : "\u2013";
}

export function signed(value, digits = 1) {
  if (!known(value)) return "\u2013";
  const text = fixed(Math.abs(value), digits);
  return Number(text) === 0 ? text : `${value < 0 ? MINUS : "+"}${text}`;
}

export function signedPercent(value, digits = 1) {
  return known(value) ? `${signed(value * 100, digits)}\u202f%` : "\u2013";
}

// Writes American odds; even money is always +100.
export function price(value) {
  if (!known(value)) return "\u2013";
  const text = fixed(Math.abs(value), 0);
  return `${value < 0 && text !== "100" ? MINUS : "+"}${text}`;
}

export function grouped(value) {
  return known(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ",") : "\u2013";
}

// Writes a number with its noun: "1 pick", "1,204 picks".
export function many(count, one, several = `${one}s`) {
  return `${grouped(count)} ${count === 1 ? one : several}`;
}

let simulatedNow = null;

export function setClock(text) {
  simulatedNow = text ? new Date(text) : null;
}

export function now() {
  return simulatedNow ?? new Date();
}

export function isSimulatedClock() {
  return simulatedNow !== null;
}

function span(minutes) {
  if (minutes < 1) return "under a minute";
  if (minutes < 90) return `${Math.round(minutes)} min`;
  if (minutes < 48 * 60) {
    const hours = minutes / 60;
    return hours < 10 ? `${hours.toFixed(1).replace(".0", "")} h` : `${Math.round(hours)} h`;
  }
  return `${Math.round(minutes / 1440)} days`;
}

export function minutesAgo(text) {
  return text ? (now() - new Date(text)) / 60000 : null;
}

export function ago(text) {
  const minutes = minutesAgo(text);
  if (minutes === null) return "time unknown";
  return minutes < -1 ? `in ${span(-minutes)}` : `${span(Math.max(minutes, 0))} old`;
}

export function untilTip(text) {
  const minutes = -minutesAgo(text);
  return minutes > 0 ? `tips in ${span(minutes)}` : `tipped ${span(-minutes)} ago`;
}

// Formatters are made on first use: each takes milliseconds, and no page needs all of them.
const ofTime = { hour: "numeric", minute: "2-digit" };
const zoned = formatter(ofTime);
const zonedLong = formatter({ weekday: "short", month: "short", day: "numeric", ...ofTime });
const dated = formatter({ weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

const ofMonth = formatter({ year: "numeric", month: "long", timeZone: "UTC" });

function formatter(options) {
  let format = null;
  const formatted = new Map(); // A slate has few distinct times, each shown many times.
  return (text) => {
    format ??= new Intl.DateTimeFormat(undefined, options);
    if (!formatted.has(text)) formatted.set(text, format.format(new Date(text)));
    return formatted.get(text);
  };
}

export function clock(text) {
  return text ? zoned(text) : "\u2013";
}

export function when(text) {
  return text ? zonedLong(text) : "\u2013";
}

export const zoneName = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function day(text) {
  return dated(`${text}T00:00:00Z`);
}

// Writes a month such as "2024-04" in words.
export function month(text) {
  return ofMonth(`${text}-01T00:00:00Z`);
}

export function stakeText(share) {
  return known(share) && share > 0 ? `${(share * 100).toFixed(2)}\u202f% of bankroll` : "no stake";
}
