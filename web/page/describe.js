// The canvas in words, for whoever does not see it: the network, what it learns
// from, and how far it has come. The text stands beside the canvas; when the
// network has become another one, a live region says so.

import { say } from '../shared/phrase.js';

/** @import { NNPlay } from '../element.js' */

/** How long a network has to stay as it is before it is described, in ms. */
const settle = 1500;

/**
 * @param {NNPlay} player
 * @param {{summary: () => string}} readout
 */
export function startDescription(player, readout) {
  const text = /** @type {HTMLElement} */ (document.getElementById('canvas-text'));
  const live = /** @type {HTMLElement} */ (document.getElementById('live'));
  let network = '';
  let timer = 0;
  let seen = false;

  function show() {
    if (player.state === null) return;
    network = say(JSON.parse(player.state.description));
    text.textContent = `${network} ${readout.summary()}`.trim();
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') {
      const was = network;
      show();
      if (seen && network !== was) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          live.textContent = network;
        }, settle);
      }
      seen = true;
    } else if (message.type === 'progress' && !message.busy) {
      show();
    }
  });

  return {
    translate: show,

    /** Says it all, now. */
    say() {
      show();
      live.textContent = '';
      requestAnimationFrame(() => {
        live.textContent = text.textContent;
      });
    },
  };
}
