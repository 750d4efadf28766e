// Runs before the page is drawn: the theme that was chosen, and what a page opened from a file says.
try {
  const theme = localStorage.getItem("tipoff.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's theme is used.
}
if (location.protocol === "file:") location.replace("today.html");
