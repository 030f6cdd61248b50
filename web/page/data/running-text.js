// A file as a running text to learn: for the architecture at hand, or for one that
// takes texts.

import { showProblem } from '../notices.js';
import { ownOf } from '../../shared/own.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Schema } from '../../shared/schema.d.ts' */

/** The most characters that are read of a file; the trainer keeps fewer. */
const mostRead = 100_000;

/** @param {NNPlay} player */
export function startRunningTexts(player) {
  /** @type {Schema | null} */
  let schema = null;
  const own = () => ownOf(schema, player.state, 'passage');
  return {
    /** Whether the present architecture learns from running texts. */
    takes: () => own() !== null,

    /** @param {Blob} file */
    async read(file) {
      try {
        const text = (await file.slice(0, 4 * mostRead).text()).slice(0, mostRead);
        const home = schema?.architectures.find((a) => a.own.some((o) => o.kind === 'passage' && o.home));
        if (own() === null && home) await player.request({ type: 'set', key: 'architecture', value: home.name });
        const there = own();
        if (there === null) return;
        await player.request({ type: 'set', key: there.choice, value: there.options[0] });
        await player.request({ type: 'set', key: there.key, value: text });
      } catch (error) {
        showProblem(error);
      }
    },

    /** Takes over which architectures there are. @param {Schema} all */
    know(all) {
      schema = all;
    },
  };
}
