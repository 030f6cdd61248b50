// The landscape among the charts: the loss over a plane in the space of the weights, with
// the way of this run on it and, on request, those of other optimizers from the same
// start. The trainer finds it out a little each time it is asked.

import { make, makeButton, setName } from '../../shared/dom.js';
import { percentText, t } from '../../shared/i18n.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { LandscapeAnswer } from '../../shared/protocol.d.ts' */
/** @import { ChoiceField, Schema } from '../../shared/schema.d.ts' */

/** Its name among the charts, and that of the one without which there is none. */
export const name = 'landscape';
export const needs = 'loss';

/** How long the trainer is asked again and again before what it knows is drawn, in ms. */
const patience = 150;

/**
 * @param {NNPlay} player
 * @param {() => void} changed is called when something else is to be seen
 */
export function makeLandscape(player, changed) {
  const plane = make('select', '');
  plane.id = 'landscape-plane';
  plane.append(new Option('', 'own'), new Option('', 'random'));
  const planeName = make('span', '');
  const summary = make('summary', 'button');
  const boxes = make('div', 'landscape-optimizers');
  const beside = make('details', 'landscape-beside', summary, boxes);
  beside.id = 'landscape-beside';
  const again = makeButton('button', '↻', () => {
    anew = true;
    changed();
  });
  again.id = 'landscape-again';
  const progress = make('progress', '');
  progress.max = 1;
  const tools = make('div', 'landscape-tools', make('label', '', planeName, plane), beside, again, progress);
  tools.hidden = true;
  let anew = false;
  /** @type {LandscapeAnswer | null} */
  let known = null;

  plane.addEventListener('input', changed);
  boxes.addEventListener('input', changed);
  beside.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !beside.open) return;
    beside.open = false;
    summary.focus();
    event.stopPropagation();
  });
  beside.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !beside.contains(event.relatedTarget)) beside.open = false;
  });

  /** The optimizers that are chosen, without the run's own. */
  const chosen = () => [...boxes.querySelectorAll('input')].filter((box) => box.checked && box.value !== player.state?.spec.optimizer).map((box) => box.value);

  return {
    tools,

    /** What the figure's numbers tell of it. */
    numbers() {
      if (known === null || known.explained === null) return [];
      const share = make('div', '', make('dt', '', t('page.charts.explained')), make('dd', '', percentText(known.explained)));
      share.title = t('page.charts.explained.help');
      return [share];
    },

    /**
     * What is known of it, after the trainer has found out more; its text is that of a chart.
     * @returns {Promise<string>}
     */
    async ask() {
      const start = performance.now();
      do {
        const question = { random: plane.value === 'random', beside: chosen().join(','), anew };
        anew = false;
        known = await player.request({ type: 'landscape', ...question });
      } while (known.left > 0 && performance.now() - start < patience && !player.playing);
      progress.value = 1 - known.left;
      progress.hidden = known.left === 0;
      again.disabled = known.left > 0;
      return known.chart;
    },

    /** @param {Schema} schema */
    show(schema) {
      const field = schema.groups.flatMap((g) => g.fields).find((f) => f.key === 'optimizer');
      const before = chosen();
      boxes.replaceChildren(.../** @type {ChoiceField} */ (field).options.map((option) => {
        const box = make('input', '');
        Object.assign(box, { type: 'checkbox', value: option, checked: before.includes(option) });
        return make('label', '', box, t(`option.optimizer.${option}`));
      }));
    },

    /** Puts the texts into the present language. */
    translate() {
      planeName.textContent = t('page.charts.plane');
      plane.options[0].text = t('page.charts.plane.own');
      plane.options[1].text = t('page.charts.plane.random');
      summary.textContent = t('page.charts.beside');
      setName(again, t('page.charts.lookAgain'));
      progress.setAttribute('aria-label', t('page.charts.looking'));
      for (const label of boxes.children) {
        const [box, text] = label.childNodes;
        text.textContent = t(`option.optimizer.${/** @type {HTMLInputElement} */ (box).value}`);
      }
    },
  };
}
