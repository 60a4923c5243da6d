// Runs before the first paint, so that a chosen theme does not flash. It is a classic script because a module would come too late.
(() => {
  const root = document.documentElement;
  root.classList.add('has-script');
  try {
    const theme = localStorage.getItem('sunboard-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage is closed: the system's theme holds.
  }
})();
