// A number beside the drawing that tells how well the network does: a button that leads to
// where it comes from.

import { makeButton } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/**
 * Opens the panel of numbers.
 * @callback OpenMetric
 * @param {string} metric
 * @param {HTMLElement} from what was pressed
 * @returns {unknown}
 */

/**
 * Shows a number, to be opened if it is known which; the button stays while the number changes.
 * @param {HTMLElement} place
 * @param {object} number
 * @param {string} number.value as it is shown
 * @param {string} number.name of what it is
 * @param {string} number.metric as the trainer knows it; '' for one that does not open now
 * @param {OpenMetric} open
 */
export function showNumber(place, { value, name, metric }, open) {
  let button = /** @type {HTMLButtonElement | null} */ (place.querySelector('.opener'));
  if (metric === '') {
    place.textContent = value;
    return;
  }
  if (button === null) {
    const made = makeButton('opener', '', () => open(made.value, made));
    place.replaceChildren(button = made);
  }
  button.value = metric;
  if (button.textContent !== value) button.textContent = value;
  button.setAttribute('aria-label', t('numbers.metric.opens', { name, value }));
}
