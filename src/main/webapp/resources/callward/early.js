// Runs before the first paint: the chosen theme and the folded sidebar must not flicker in.
(function () {
  try {
    var theme = localStorage.getItem('callward.theme');
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
    if (localStorage.getItem('callward.nav') === 'folded') document.documentElement.dataset.nav = 'folded';
  } catch (e) { /* storage is switched off: the browser's preference counts */ }
})();
