// What is pressed before the page can act on it is pressed once it can: until then a
// button is aria-disabled, and aria-busy from the press on.

/** Listens from the first sight on, before there is anything to act. */
export function listenEarly() {
  addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[aria-disabled="true"]') : null;
    if (button === null) return;
    event.stopImmediatePropagation();
    for (const other of document.querySelectorAll('button[aria-disabled="true"]')) other.removeAttribute('aria-busy'); // the last one counts
    button.setAttribute('aria-busy', 'true');
  }, { capture: true });
}

/**
 * Lets a button act, and act at once if it was pressed before.
 * @param {HTMLElement} button
 */
export function enable(button) {
  if (!button.hasAttribute('aria-disabled')) return;
  const pressed = button.hasAttribute('aria-busy');
  button.removeAttribute('aria-disabled');
  button.removeAttribute('aria-busy');
  if (pressed) button.click();
}
