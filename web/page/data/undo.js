// The buttons that undo, redo and clear what the trainer holds of one's own: points
// or images.

import { makeButton } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/**
 * @param {string} id with which those of the buttons begin
 * @param {(op: 'undo' | 'redo' | 'clear') => unknown} act
 */
export function makeUndo(id, act) {
  const button = (/** @type {'undo' | 'redo' | 'clear'} */ op, /** @type {string} */ text) => {
    const made = makeButton('button small', text, () => act(op));
    made.id = `${id}-${op}`;
    return made;
  };
  const [undo, redo, clear] = [button('undo', t('page.own.undo')), button('redo', t('page.own.redo')), button('clear', t('page.own.clear'))];
  return {
    buttons: [undo, redo, clear],

    /**
     * Shows what can be done.
     * @param {{undo: number, redo: number}} steps how many of each there are
     * @param {boolean} empty whether there is nothing to clear
     */
    show(steps, empty) {
      undo.disabled = steps.undo === 0;
      redo.disabled = steps.redo === 0;
      clear.disabled = empty;
    },
  };
}
