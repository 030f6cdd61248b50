// Before the first paint: how the page is laid out for whoever comes. A first visit
// begins with a question and the settings folded; a link opens the workshop, as do
// visitors who were here before, unless they left it otherwise. This is a script of
// its own, and no module, because modules run after the page was painted.

(() => {
  /** @param {string} name */
  const recall = (name) => {
    try {
      return localStorage.getItem(`nnplay.${name}`);
    } catch {
      return null;
    }
  };
  const sides = recall('sides');
  const first = sides === null && recall('visited') === null && location.hash.length < 2;
  const root = document.documentElement;
  root.dataset.sides = sides ?? (first ? '' : 'left right');
  if (first) root.dataset.visit = '';
})();
