// The preview: the playground as an embed would show it, as large as it will be and
// scaled down to fit. It is there only while it is looked at.

import { NNPlay } from '../../element.js';
import { find } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { attributesOf } from './compose.js';

/** @import { Options } from './compose.js' */

/** How long it waits for another change before it loads anew, in ms. */
const calm = 300;

/** What stays free around it, in CSS pixels. */
const margin = 12;

/** What can change while it is there. */
const lively = /** @type {const} */ (['theme', 'lang', 'locked']);

export function startPreview() {
  const stage = find('share-stage');
  /** @type {NNPlay | null} */
  let shown = null;
  /** @type {Options | null} */
  let options = null;
  let key = ''; // of what would make another one
  let timer = 0;

  function load() {
    if (options === null) return;
    shown?.destroy();
    shown = new NNPlay();
    shown.setAttribute('experiment', options.link);
    shown.setAttribute('loading', 'lazy');
    shown.title = t('page.share.preview');
    for (const [name, value] of attributesOf(options)) shown.setAttribute(name, value);
    stage.replaceChildren(shown);
    fit();
  }

  /** Scales it so that all of it is seen. */
  function fit() {
    if (shown === null || options === null) return;
    const { width, height } = options;
    const { clientWidth, clientHeight } = stage;
    const scale = Math.min(1, (clientWidth - 2 * margin) / width, (clientHeight - 2 * margin) / height);
    Object.assign(shown.style, {
      inlineSize: `${width}px`, blockSize: `${height}px`, scale: String(scale),
      left: `${(clientWidth - width * scale) / 2}px`, top: `${(clientHeight - height * scale) / 2}px`,
    });
    find('share-size').textContent = t('page.share.shown', { width, height, percent: Math.round(100 * scale) });
  }
  new ResizeObserver(fit).observe(stage);

  return {
    /** @param {Options} next */
    show(next) {
      options = next;
      const { link, step, autoplay, controls, through } = next;
      const now = JSON.stringify([link, step, autoplay, controls, through]);
      if (now === key && shown !== null) {
        const values = new Map(attributesOf(next));
        for (const name of lively) {
          const value = values.get(name) ?? null;
          if (value === shown.getAttribute(name)) continue;
          if (value === null) shown.removeAttribute(name);
          else shown.setAttribute(name, value);
        }
        fit();
        return;
      }
      const first = key === '';
      key = now;
      clearTimeout(timer);
      if (first) load();
      else timer = setTimeout(load, calm);
    },

    close() {
      clearTimeout(timer);
      key = '';
      options = null;
      shown?.destroy();
      shown?.remove();
      shown = null;
    },
  };
}
