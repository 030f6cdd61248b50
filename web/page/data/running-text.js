// A running text of one's own, as a file or as it is typed: what was read of it, what the
// reader has decided, and why it was refused, if it was. A text that was read is learned
// by the architecture at hand, or by one that takes texts. Where the link can't carry it,
// the browser keeps it.

import { explain } from '../../shared/i18n.js';
import { makeTextReader } from '../../shared/texts.js';
import { shelve, shelved } from '../../shared/vault.js';
import { showProblem } from '../notices.js';
import { isChosen, ownOf } from '../../shared/own.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Tables } from '../../shared/protocol.d.ts' */
/** @import { Schema } from '../../shared/schema.d.ts' */
/** @import { Choices } from '../../shared/texts.js' */

/**
 * What is known of the text that was read last.
 * @typedef {object} Reading
 * @property {Blob | null} source null: nothing was read since the text became another one
 * @property {Choices} choices
 * @property {Tables.PassageAnswer | null} passage
 * @property {unknown} problem why it is not learned, null if it is
 * @property {boolean} busy
 */

/** @returns {Reading} */
const nothing = () => ({ source: null, choices: {}, passage: null, problem: null, busy: false });

/** @param {NNPlay} player */
export function startRunningTexts(player) {
  const reader = makeTextReader();
  /** @type {Schema | null} */
  let schema = null;
  let reading = nothing();
  let kept = ''; // how the link names the text that the browser keeps
  /** Kept when a text that a link means but does not carry is back, or is nowhere. */
  let settled = Promise.resolve();
  let changed = () => {};
  const own = () => ownOf(schema, player.state, 'passage');
  const held = () => player.state?.spec[own()?.key ?? ''] ?? '';

  /**
   * @param {Blob} source
   * @param {Choices} [choices]
   */
  async function read(source, choices = {}) {
    const mine = { ...nothing(), source, choices, busy: true };
    reading = mine;
    changed();
    try {
      mine.passage = await reader.read(source, choices);
      if (mine === reading) await player.request({ type: 'passage', text: mine.passage.text });
    } catch (problem) {
      mine.problem = problem;
      if (mine === reading && !isChosen(own(), player.state)) showProblem(problem); // else the field says it
    }
    mine.busy = false;
    if (mine === reading) changed();
  }

  /** Keeps a text that the link does not carry. @param {string} name of it there @param {string} text */
  async function keep(name, text) {
    if (name === kept || text === '') return;
    kept = name;
    await shelve('files', name, new TextEncoder().encode(text));
  }

  /** Brings back a text that a link means. @param {string} name of it there @param {string} key of its setting */
  async function bringBack(name, key) {
    const bytes = (await shelved('files', name))?.bytes;
    if (bytes) await player.request({ type: 'set', key, value: new TextDecoder().decode(bytes) });
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type !== 'state') return;
    const missing = message.notices.find((n) => n.code === 'text-elsewhere');
    const named = /&ownText=(n\d+-\w+)/.exec(message.link)?.[1];
    if (missing) settled = bringBack(missing.args.given, 'ownText').catch(() => {});
    else if (named) keep(named, message.spec.ownText);
    if (!reading.busy && reading.passage !== null && held() !== reading.passage.text) reading = nothing(); // by undo, or a link
    changed();
  });

  return {
    /** Whether the present architecture learns from running texts. */
    takes: () => own() !== null,

    /** Reads a file, or what was typed. @param {Blob} source */
    read: (source) => read(source),

    /** Reads the same once more. @param {Choices} choices undefined leaves one to be guessed */
    choose(choices) {
      if (reading.source !== null) read(reading.source, { ...reading.choices, ...choices });
    },

    reading: () => reading,

    /** Why the text is not learned, in words; '' if it is. */
    problem: () => (reading.problem === null ? '' : explain('error', reading.problem)),

    /** Kept when a text that is not in the link is back, as far as it can be. */
    settled: () => settled,

    /** Says who shows what is known. @param {() => void} show */
    shownBy(show) {
      changed = show;
    },

    /** Takes over which architectures there are. @param {Schema} all */
    know(all) {
      schema = all;
    },
  };
}
