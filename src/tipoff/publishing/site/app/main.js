// The application: routes, the frame around every page, and updates to new releases.

import { setDate } from "./betlog.js";
import { currentIndex, load, Missing, readIndex, watch } from "./data.js";
import { h, onceDrawn, replace } from "./dom.js";
import * as f from "./format.js";
import { notice } from "./parts.js";
import { today } from "./pages/today.js";

// The modules of other pages are loaded when a page is opened, or after the first page is drawn.
const LATER = {
  player: () => import("./pages/player.js"),
  game: () => import("./pages/game.js"),
  prices: () => import("./pages/prices.js"),
  record: () => import("./pages/record.js"),
  pipeline: () => import("./pages/pipeline.js"),
  slates: () => import("./pages/slates.js"),
  bets: () => import("./pages/bets.js"),
};
const PAGES = { today };
for (const [name, module] of Object.entries(LATER)) PAGES[name] = async (request) => (await module())[name](request);
const NAVIGATION = [["today", "Today"], ["prices", "Prices"], ["record", "Record"], ["slates", "Slates"], ["bets", "Bets"], ["pipeline", "Pipeline"]];
const main = document.getElementById("main");
let drawing = 0;

function route() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...parts] = path.split("/").map(decodeURIComponent);
  return { name: name || "today", parts, query: Object.fromEntries(new URLSearchParams(query ?? "")) };
}

function setQuery(values) {
  const kept = Object.entries(values).filter(([, value]) => value !== "" && value !== undefined);
  const text = new URLSearchParams(kept).toString();
  history.replaceState(null, "", `${location.hash.split("?")[0] || "#/today"}${text ? `?${text}` : ""}`);
}

async function draw({ focus }) {
  const current = ++drawing;
  const { name, parts, query } = route();
  const page = PAGES[name];
  navigation(name);
  try {
    const content = page
      ? await page({ parts, query, setQuery, refresh: () => draw({ focus: false }) })
      : [h("div", { class: "head" }, h("h1", { tabindex: "-1" }, "No such page")), h("p", null, h("a", { href: "#/today" }, "Today"))];
    if (current !== drawing) return;
    replace(main, content);
  } catch (error) {
    if (current !== drawing) return;
    replace(main, failure(error));
  }
  const title = main.querySelector("h1")?.firstChild?.textContent ?? "Tipoff";
  document.title = `${title} · Tipoff`;
  await frame();
  if (focus) {
    scrollTo(0, 0);
    main.querySelector("h1")?.focus({ preventScroll: true });
  }
}

function failure(error) {
  const missing = error instanceof Missing;
  return [h("div", { class: "head" }, h("h1", { tabindex: "-1" }, missing ? "Not published yet" : "This page could not be shown")),
    notice(missing ? `${error.message}. “tipoff run” publishes it.` : `${error.message}`),
    h("p", null, h("button", { type: "button", onclick: () => draw({ focus: true }) }, "Try again"), " or read ", h("a", { href: "today.html" }, "the slate without scripts"), ".")];
}

function navigation(name) {
  replace(document.getElementById("nav"), NAVIGATION.map(([key, label]) => h("a", { href: `#/${key}`, "aria-current": key === name ? "page" : null }, label)));
}

async function frame() {
  const banner = document.getElementById("banner");
  const foot = document.getElementById("foot");
  try {
    const [slate] = await load("today.json");
    f.setClock(slate.clock);
    setDate(slate.date);
    replace(banner,
      slate.simulated ? h("p", { class: "simulated" }, "Simulated league: no real players, no real prices.") : null,
      slate.halt.halted ? h("p", { class: "halt" }, h("strong", null, "No picks. "), slate.halt.reasons.join("; "), ".") : null);
    const clock = f.isSimulatedClock() ? ` The simulated time is ${f.when(slate.clock)}.` : "";
    replace(foot,
      h("p", null, `Published ${f.when(slate.generated_at)} by Tipoff ${slate.version}. Times are in ${f.zoneName()}.${clock}`),
      h("p", null, "A probability is not a promise. Where model and market disagree, the market has been right more often; see the ", h("a", { href: "#/record" }, "record"), ". Data: ", h("a", { href: "today.json" }, "today.json"), ", ", h("a", { href: "index.json" }, "index.json"), "."));
  } catch {
    replace(banner);
    replace(foot);
  }
}

const themes = ["", "light", "dark"];
const themeNames = { "": "Auto", light: "Light", dark: "Dark" };
const toggle = document.getElementById("theme");

function applyTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  toggle.textContent = themeNames[theme];
  toggle.setAttribute("aria-label", `Theme: ${themeNames[theme]}. Change it`);
  try {
    localStorage.setItem("tipoff.theme", theme);
  } catch {
    // Without storage the theme lasts until the page is closed.
  }
}

toggle.addEventListener("click", () => {
  const at = themes.indexOf(document.documentElement.dataset.theme ?? "");
  applyTheme(themes[(at + 1) % themes.length]);
});
applyTheme(document.documentElement.dataset.theme ?? "");
addEventListener("hashchange", () => draw({ focus: true }));
watch(() => draw({ focus: false }));
await readIndex().catch(() => null);
await draw({ focus: false });
onceDrawn(() => {
  document.documentElement.dataset.ready = String(Boolean(currentIndex()));
  for (const module of Object.values(LATER)) module().catch(() => null); // so that pages open without a network
});
