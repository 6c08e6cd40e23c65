// Before the first paint, so that a dark screen does not flash white. Its own file: the content
// policy allows no script in the page.
try {
  const theme = localStorage.getItem('betang.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be closed to the page; the system's theme holds then.
}
