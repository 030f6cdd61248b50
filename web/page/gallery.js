// The gallery: experiments to start with, each with a picture, its name and a
// sentence on what to watch for. What is being watched stays in sight after.

import { find, make } from '../shared/dom.js';
import { drawLines } from './lines.js';
import { count, percentText, t } from '../shared/i18n.js';
import { showProblem } from './notices.js';
import { drawPreview } from './preview.js';

/** @import { NNPlay } from '../element.js' */
/** @import { PreviewSet } from '../shared/protocol.d.ts' */
/** @import { Architecture, Field, Preset, Schema } from '../shared/schema.d.ts' */

/** @typedef {{sets: Array<PreviewSet>, points: Float32Array}} Previews */

/** Where the settings are far below. */
const phone = matchMedia('(max-width: 699.98px)');

/** @param {NNPlay} player */
export function startGallery(player) {
  const dialog = /** @type {HTMLDialogElement} */ (find('gallery-dialog'));
  const strip = find('watch');
  /** @type {Preset | null} the one to watch */
  let watched = null;
  let of = ''; // what it is about
  /** @type {Field[]} settings of what there is to learn from */
  let fields = [];

  /**
   * What an experiment is about, its architecture and its data: another one has
   * another sentence to watch.
   * @param {Record<string, string>} spec
   */
  function subject(spec) {
    const data = fields.find((f) => f.kind === 'enum' && (f.for ?? [spec.architecture]).includes(spec.architecture));
    return `${spec.architecture} ${spec[data?.key ?? '']}`;
  }

  function show() {
    strip.hidden = watched === null;
    find('watch-text').textContent = watched === null ? '' : t(watched.watch);
    find('watch-name').textContent = watched === null ? '' : t(watched.label);
  }

  /** @param {Preset} preset */
  async function start(preset) {
    dialog.close();
    try {
      const state = await player.setState(preset.link);
      watched = preset;
      of = subject(state.spec);
      show();
      find('play').focus({ preventScroll: true });
    } catch (error) {
      showProblem(error);
    }
  }

  find('watch-close').addEventListener('click', () => {
    watched = null;
    show();
    find('play').focus({ preventScroll: true });
  });
  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type !== 'state' || watched === null || subject(message.spec) === of) return;
    watched = null;
    show();
  });

  const open = () => {
    if (dialog.open || find('gallery-groups').childElementCount === 0) return;
    dialog.showModal();
    /** @type {HTMLElement | null} */ (dialog.querySelector('.gallery-card'))?.focus({ preventScroll: true });
  };

  return {
    open,

    /**
     * Fills the gallery, and puts the button that opens it above a column or, on a
     * phone, above all.
     * @param {Schema} schema
     * @param {HTMLElement} column
     * @param {Previews} previews
     */
    show(schema, column, previews) {
      fields = schema.groups.find((g) => g.key === 'data')?.fields ?? [];
      const button = document.createElement('button');
      button.type = 'button';
      button.id = 'gallery';
      button.className = 'button gallery-button';
      button.textContent = t('page.gallery.open');
      button.title = t('page.gallery.help');
      button.setAttribute('aria-haspopup', 'dialog');
      button.addEventListener('click', open);
      document.getElementById('gallery')?.remove();
      const stand = () => (phone.matches ? column.parentElement : column)?.prepend(button);
      phone.onchange = stand;
      stand();
      find('gallery-groups').replaceChildren(...schema.presetGroups.map((group) => {
        const section = document.createElement('section');
        const heading = document.createElement('h3');
        heading.textContent = t(`presets.${group}`);
        const list = make('ul', 'gallery-cards');
        for (const preset of schema.presets) {
          if (preset.group === group) list.append(card(preset, schema, previews, start));
        }
        section.append(heading, list);
        return section;
      }));
      show();
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
  if (family?.emblem) {
    picture.append(drawLines(120, 64, family.emblem.lines, family.emblem.dots));
  } else {
    const set = previews.sets.find((s) => s.name === setting('dataset'));
    if (set) {
      const canvas = document.createElement('canvas');
      drawPreview(canvas, set, previews.points.subarray(3 * set.from, 3 * (set.from + set.count)));
      picture.append(canvas);
    }
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
function goalText({ metric = '', goal = 0, steps }, family) {
  if (metric === '') return t('page.gallery.steps', { steps: count(steps) });
  const share = metric.endsWith('accuracy');
  return t('page.gallery.goal', {
    metric: metric === 'accuracy' ? t('page.accuracy') : metric === 'loss' ? t('page.loss') : t(`score.${metric}`),
    sign: metric === 'accuracy' || family?.scores.find((s) => s.name === metric)?.more ? '≥' : '≤',
    goal: share ? percentText(goal) : String(goal),
    steps: count(steps),
  });
}
