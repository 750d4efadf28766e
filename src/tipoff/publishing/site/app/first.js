// Runs before the page is drawn: applies the chosen theme, redirects a page opened from a file, and
// requests the documents of the first page while the modules are still loading.
try {
  const theme = localStorage.getItem("tipoff.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be disabled; then the system's theme is used.
}
if (location.protocol === "file:") location.replace("today.html");
globalThis.earlyRequests = Object.fromEntries(
  ["index.json", "today.json"].map((path) => {
    const request = fetch(path, { cache: "no-cache" });
    request.catch(() => null); // the error is reported where the document is needed
    return [path, request];
  }),
);
// The first formatter makes the browser load its locale data, which takes milliseconds: do it while
// the documents are loading.
new Intl.DateTimeFormat(undefined, { hour: "numeric" }).format(0);
