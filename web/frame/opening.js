// Opening at a step: an embed can ask for an experiment that has trained already. The
// steps are made as fast as it goes, and how far they are is shown meanwhile.

import { find } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';

/** @import { Command, Answer } from '../shared/protocol.d.ts' */

/** The most steps that an address can ask for, and the longest that they may take, in ms. */
const most = 1_000_000;
const patience = 20_000;

/** The id of the command that makes them. */
const id = 'opening';

/** What shows that somebody goes on from there. */
const others = new Set(['state', 'stepped', 'trained']);

/**
 * @param {(message: Command) => void} command
 * @param {string | null} wish the step, as the address has it; null for none
 */
export function startOpening(command, wish) {
  const box = find('opening');
  const bar = /** @type {HTMLProgressElement} */ (find('opening-progress'));
  const steps = wish !== null && /^\d{1,15}$/.test(wish) ? Math.min(Number(wish), most) : 0;
  /** @type {{key: string, args: () => Record<string, string>} | null} what is said at the moment */
  let said = null;
  let begun = false;
  let running = false;
  let late = false; // it took too long
  let playing = false;

  /**
   * Says something, or nothing any more.
   * @param {typeof said} next
   */
  function say(next) {
    said = next;
    bar.hidden = !running;
    box.hidden = next === null;
    translate();
  }

  function translate() {
    find('opening-text').textContent = said === null ? '' : t(said.key, said.args());
  }

  function begin() {
    begun = true;
    if (wish === null) return;
    forget();
    if (steps === 0) {
      if (!/^0{1,15}$/.test(wish)) say({ key: 'page.opening.bad', args: () => ({ given: wish.slice(0, 20) }) });
      return;
    }
    running = true;
    bar.max = steps;
    bar.value = 0;
    say({ key: 'page.opening', args: () => ({ step: count(steps) }) });
    command({ type: 'train', n: steps, id });
    setTimeout(() => {
      if (!running) return;
      late = true;
      const on = playing;
      command({ type: 'pause' });
      if (on) command({ type: 'play' });
    }, patience);
  }

  /** Ends it. @param {boolean} all whether all steps were made */
  function end(all) {
    running = false;
    say(all && Number(wish) > most ? { key: 'page.opening.most', args: () => ({ step: count(most) }) } : null);
  }

  return {
    /** Puts the texts into the present language. */
    translate,

    /**
     * Hears the trainer.
     * @param {Answer} message
     * @returns {boolean} whether it is about nothing else
     */
    hear(message) {
      if ('playing' in message) playing = message.playing;
      if (message.id === id) {
        end(message.type === 'trained');
        return message.type === 'error' && message.code === 'interrupted';
      }
      if (message.type === 'state' && !begun) {
        begin();
      } else if (message.type === 'frame') {
        if (running) bar.value = message.step ?? 0;
      } else if (message.type === 'playing' && late) {
        late = false;
        const { step } = message;
        say({ key: 'page.opening.part', args: () => ({ step: count(step), of: count(steps) }) });
      } else if (!running && (others.has(message.type) || (message.type === 'playing' && message.playing))) {
        say(null);
      }
      return false;
    },
  };
}

/** Takes the step out of the address: a document that is loaded anew goes on from where it was. */
function forget() {
  const address = new URL(location.href);
  address.searchParams.delete('step');
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Some sandboxes forbid it; then it is made again.
  }
}
