// The line under the transport, three layers deep: what to watch in the experiment
// that is shown, Show me, which lights up the control that the sentence speaks of or
// runs the experiment, and Read more.

import { find, make } from '../shared/dom.js';
import { hasText, t } from '../shared/i18n.js';
import { say } from '../shared/phrase.js';
import { goalText } from './gallery.js';

/** @import { NNPlay } from '../element.js' */
/** @import { StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Preset, Schema } from '../shared/schema.d.ts' */

/**
 * @param {NNPlay} player
 * @param {{reveal: (control: HTMLElement) => void}} sides
 */
export function startWatch(player, sides) {
  const more = find('watch-more');
  const long = find('watch-long');
  /** @type {Schema | null} */
  let schema = null;
  /** @type {Preset | null} the one that is shown, null for an experiment of the reader's own */
  let preset = null;
  let of = ''; // what it is about
  let spoken = ''; // the value of the setting that the preset's sentence speaks of

  /**
   * What an experiment is about, its architecture and its data: another one has
   * another sentence to watch.
   * @param {Record<string, string>} spec
   */
  function subject(spec) {
    const fields = schema?.groups.find((g) => g.key === 'data')?.fields ?? [];
    const data = fields.find((f) => f.kind === 'enum' && (f.for ?? [spec.architecture]).includes(spec.architecture));
    return `${spec.architecture} ${spec[data?.key ?? '']}`;
  }

  /** Finds the preset that an experiment is, or began as. */
  function follow(/** @type {StateAnswer} */ state) {
    if (schema === null) return;
    const same = schema.presets.find(({ link }) => link === state.link);
    if (same) {
      preset = same;
      spoken = state.spec[same.show];
    } else if (subject(state.spec) !== of) {
      preset = null;
    }
    of = subject(state.spec);
    show();
  }

  function show() {
    const state = player.state;
    if (state === null || schema === null) return;
    const family = state.spec.architecture;
    const began = preset !== null && state.spec[preset.show] === spoken ? preset : null; // else the sentence is no longer so
    for (const id of ['watch-name', 'watch-text']) delete find(id).dataset.i18n; // no longer what the page began with
    find('watch-name').textContent = t(began?.label ?? `option.architecture.${family}`);
    find('watch-text').textContent = t(began?.watch ?? `watch.${family}`);
    if (long.hidden) return;
    const address = [`idea.${began?.show}`, `read.${family}`].find(hasText);
    const paragraph = make('p', '', say(JSON.parse(state.description)));
    if (began) paragraph.append(` ${goalText(began, schema.architectures.find(({ name }) => name === family))}.`);
    if (address) {
      const source = t('page.watch.source', { site: new URL(t(address)).host.replace('www.', '') });
      const link = make('a', '', source);
      Object.assign(link, { href: t(address), target: '_blank', rel: 'noopener noreferrer' });
      link.setAttribute('aria-label', t('page.help.newTab', { link: source, name: t(`option.architecture.${family}`) }));
      paragraph.append(' ', link);
    }
    const guide = make('a', '', t('page.guide'));
    guide.href = t('page.guide.address');
    long.replaceChildren(paragraph, make('p', '', guide));
    const told = `${began?.label}.more`; // where there is more to say than what to watch
    if (hasText(told)) long.prepend(make('p', '', t(told)));
  }

  find('watch-show').addEventListener('click', () => {
    const key = preset?.show ?? '';
    const control = document.getElementById(`field-${key}`) ?? document.getElementById(`action-${key}`)?.closest('.action') ?? null;
    if (control instanceof HTMLElement && !control.hidden) sides.reveal(control);
    else player.play();
  });
  more.addEventListener('click', () => {
    long.hidden = !long.hidden;
    more.setAttribute('aria-expanded', String(!long.hidden));
    show();
  });
  player.addEventListener('message', (event) => {
    if (event.detail.type === 'state') follow(event.detail);
  });

  return {
    /**
     * Takes over which presets there are, in the present language.
     * @param {Schema} known
     */
    show(known) {
      schema = known;
      if (player.state) follow(player.state);
    },
  };
}
