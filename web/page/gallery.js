// The gallery: experiments to start with, each with a picture, its name and a
// sentence on what to watch for, to be sifted by kind and by words.

import { base } from '../shared/base.js';
import { find, make } from '../shared/dom.js';
import { drawLines } from './lines.js';
import { count, percentText, t } from '../shared/i18n.js';
import { showProblem } from './notices.js';
import { tick } from './settings/choice.js';

/** @import { NNPlay } from '../element.js' */
/** @import { PreviewSet } from '../shared/protocol.d.ts' */
/** @import { Architecture, Preset, Schema } from '../shared/schema.d.ts' */

/** @typedef {{sets: Array<PreviewSet>, points: Float32Array}} Previews */

/** Kinds of experiments to choose from, and the groups of presets that each has; a kind's i18n key is "gallery." + its name. */
const kinds = new Map([
  ['start', ['classics']],
  ['wrong', ['generalization', 'optimization']],
  ['vision', ['vision']],
  ['language', ['sequences', 'language']],
  ['generative', ['adversarial', 'generative']],
]);

/** @param {NNPlay} player */
export function startGallery(player) {
  const dialog = /** @type {HTMLDialogElement} */ (find('gallery-dialog'));
  const button = /** @type {HTMLButtonElement} */ (find('gallery'));
  const search = /** @type {HTMLInputElement} */ (find('gallery-search'));
  const groups = find('gallery-groups');
  const chips = find('gallery-chips');

  /** @param {Preset} preset */
  async function start(preset) {
    dialog.close();
    try {
      await player.setState(preset.link);
      find('play').focus({ preventScroll: true });
    } catch (error) {
      showProblem(error);
    }
  }

  /** Makes the cards: a hundred pictures that few visits need. */
  let fill = () => {};

  const open = () => {
    if (dialog.open || button.disabled) return;
    fill();
    dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector('.gallery-card'))?.focus({ preventScroll: true });
  };

  /** Leaves those that are of the chosen kind and have all the words that are sought. */
  function sift() {
    const chosen = /** @type {HTMLInputElement | null} */ (chips.querySelector('input:checked'))?.value ?? '';
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (groups.querySelectorAll('section'))) {
      const ofKind = kinds.get(chosen)?.includes(section.dataset.group ?? '') ?? true;
      let some = false;
      for (const item of section.querySelectorAll('li')) {
        const text = item.textContent.toLowerCase();
        item.hidden = !ofKind || !words.every((word) => text.includes(word));
        some ||= !item.hidden;
        if (!item.hidden) count++;
      }
      section.hidden = !some;
    }
    find('gallery-none').textContent = count === 0 ? t('page.gallery.none') : '';
  }

  /**
   * @param {Schema} schema
   * @param {Previews} previews
   */
  function fillWith(schema, previews) {
    const chosen = /** @type {HTMLInputElement | null} */ (chips.querySelector('input:checked'))?.value ?? '';
    for (const chip of chips.querySelectorAll('label')) chip.remove();
    for (const kind of ['', ...kinds.keys()]) {
      const { label, input } = tick('radio', 'gallery-kind', t(`gallery.${kind || 'all'}`));
      input.value = kind;
      input.checked = kind === chosen;
      chips.append(label);
    }
    groups.replaceChildren(...schema.presetGroups.map((group) => {
      const section = document.createElement('section');
      section.dataset.group = group;
      const heading = document.createElement('h3');
      heading.textContent = t(`presets.${group}`);
      const list = make('ul', 'gallery-cards');
      for (const preset of schema.presets) {
        if (preset.group === group) list.append(card(preset, schema, previews, start));
      }
      section.append(heading, list);
      return section;
    }));
    sift();
  }

  button.addEventListener('click', open);
  chips.addEventListener('change', sift);
  search.addEventListener('input', sift);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });

  return {
    open,
    start,

    /**
     * Has the gallery filled when it opens.
     * @param {Schema} schema
     * @param {Previews} previews
     */
    show(schema, previews) {
      fill = () => {
        fill = () => {};
        fillWith(schema, previews);
      };
      if (dialog.open) fill();
      button.disabled = false;
    },
  };
}

/**
 * @param {Preset} preset
 * @param {Schema} schema
 * @param {Previews} previews
 * @param {(preset: Preset) => void} start
 */
function card(preset, schema, previews, start) {
  const settings = new URLSearchParams(preset.link);
  const setting = (/** @type {string} */ key) => settings.get(key)
    ?? schema.groups.flatMap((g) => g.fields).find((f) => f.key === key)?.default ?? '';
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'gallery-card';
  button.dataset.preset = preset.name;
  const picture = make('span', 'gallery-picture');
  picture.setAttribute('aria-hidden', 'true');
  const family = schema.architectures.find((a) => a.name === setting('architecture'));
  const image = document.createElement('img');
  Object.assign(image, { loading: 'lazy', decoding: 'async', alt: '', src: new URL(`gallery/${preset.name}.svg`, base).href });
  picture.append(image);
  if (family?.emblem) {
    picture.append(drawLines(120, 64, family.emblem.lines, family.emblem.dots));
  } else {
    const set = previews.sets.find((s) => s.name === setting('dataset'));
    const shape = setting('networkShape');
    picture.append(drawNetwork([set?.inputs ?? 2, ...(shape === 'none' ? [] : shape.split(',').map(Number)), (set?.classes ?? 0) > 2 ? 3 : 1]));
  }
  const name = document.createElement('strong');
  name.textContent = t(preset.label);
  const watch = make('span', 'gallery-watch', t(preset.watch));
  button.append(picture, name, watch);
  const goal = make('span', 'gallery-goal', goalText(preset, family));
  button.append(goal);
  button.addEventListener('click', () => start(preset));
  item.append(button);
  return item;
}

/** The most neurons of a layer that a picture shows. */
const mostDots = 8;

/**
 * A network as dots and lines.
 * @param {number[]} layers
 */
function drawNetwork(layers) {
  const [width, height] = [120, 64];
  /** @type {(layer: number, unit: number) => [number, number]} */
  const place = (layer, unit) => {
    const n = Math.min(layers[layer], mostDots);
    const x = 8 + (layer * (width - 16)) / (layers.length - 1);
    const gap = Math.min(12, (height - 8) / mostDots);
    return [x, height / 2 + (unit - (n - 1) / 2) * gap];
  };
  let lines = '';
  for (let l = 1; l < layers.length; l++) {
    for (let i = 0; i < Math.min(layers[l - 1], mostDots); i++) {
      for (let j = 0; j < Math.min(layers[l], mostDots); j++) {
        lines += `M${place(l - 1, i).join(' ')}L${place(l, j).join(' ')}`;
      }
    }
  }
  /** @type {Array<[number, number]>} */
  const dots = layers.flatMap((units, l) => Array.from({ length: Math.min(units, mostDots) }, (_, i) => place(l, i)));
  return drawLines(width, height, lines, dots);
}

/**
 * What is reached, and when.
 * @param {Preset} preset
 * @param {Architecture | undefined} family
 */
export function goalText({ metric = '', goal = 0, steps }, family) {
  if (metric === '') return t('page.gallery.steps', { steps: count(steps) });
  const share = metric.endsWith('accuracy');
  return t('page.gallery.goal', {
    metric: metric === 'accuracy' ? t('page.accuracy') : metric === 'loss' ? t('page.loss') : t(`score.${metric}`),
    sign: metric === 'accuracy' || family?.scores.find((s) => s.name === metric)?.more ? '≥' : '≤',
    goal: share ? percentText(goal) : String(goal),
    steps: count(steps),
  });
}
