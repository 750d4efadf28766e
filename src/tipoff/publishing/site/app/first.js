// Runs before the page is drawn: the theme that was chosen, what a page opened from a file says, and
// the documents that the first page needs, which are asked for while the modules arrive.
try {
  const theme = localStorage.getItem("tipoff.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's theme is used.
}
if (location.protocol === "file:") location.replace("today.html");
globalThis.asked = Object.fromEntries(
  ["index.json", "today.json"].map((path) => {
    const answer = fetch(path, { cache: "no-cache" });
    answer.catch(() => null); // whoever needs the document is told
    return [path, answer];
  }),
);
// The browser reads its locale's words for dates at the first formatter, in milliseconds that pass
// anyway while the documents arrive.
new Intl.DateTimeFormat(undefined, { hour: "numeric" }).format(0);
