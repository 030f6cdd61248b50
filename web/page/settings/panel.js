// The settings, built from the trainer's schema: a panel a group, a control a
// field. Nothing here knows a data set or an optimizer by name; the table
// below only says where groups stand.

import { make } from '../../shared/dom.js';
import { makeControl } from './control.js';
import { shareOptions, t } from '../../shared/i18n.js';

/** @import { startRunningTexts } from '../data/running-text.js' */
/** @import { StateAnswer } from '../../shared/protocol.d.ts' */
/** @import { Group, Schema } from '../../shared/schema.d.ts' */

/** The groups of the first column; all others go to the second. */
const firstColumn = new Set(['data', 'features']);

/**
 * The column that a group stands in.
 * @param {Group} group
 */
export function columnOf(group) {
  return firstColumn.has(group.key) ? 0 : 1;
}

/** Wide screens show the panels open. */
const wide = matchMedia('(min-width: 700px)');

/**
 * @typedef {object} Wiring
 * @property {(key: string, value: string) => void} change a setting was changed by hand
 * @property {(key: string) => boolean} pending whether a change of a setting is on its way
 * @property {ReturnType<typeof startRunningTexts>} texts what reads running texts
 */

/**
 * Builds all panels, in place of what the columns hold.
 * @param {Schema} schema
 * @param {HTMLElement[]} columns
 * @param {Wiring} wiring
 */
export function buildPanels(schema, columns, wiring) {
  shareOptions(schema);
  /** @type {Array<ReturnType<typeof makeControl>>} */
  const controls = [];
  /** @type {Map<string, HTMLElement>} */
  const panels = new Map();
  const open = new Map([...document.querySelectorAll('details[data-panel]')].map((d) => [d.getAttribute('data-panel'), /** @type {HTMLDetailsElement} */ (d).open]));
  for (const column of columns) column.replaceChildren();

  for (const group of schema.groups) {
    const panel = disclosure('panel', group.key, t(group.label), open.get(group.key) ?? wide.matches);
    const more = disclosure('more', `${group.key}-more`, t('page.more'), open.get(`${group.key}-more`) ?? false);
    for (const field of group.fields) {
      if (['points', 'pictures', 'table', 'labels', 'classLabels', 'plane'].includes(field.kind) || field.key === 'hide') continue; // draw.js, album.js, data/table and share/
      const control = makeControl(field, schema, wiring);
      controls.push(control);
      (field.advanced ? more : panel).lastElementChild?.append(control.element);
    }
    if (more.lastElementChild?.childElementCount) panel.lastElementChild?.append(more);
    panel.classList.toggle('solo', group.fields.length === 1);
    panels.set(group.key, panel);
    columns[columnOf(group)].append(panel);
  }

  return {
    /**
     * Adds the pictures of a field's options.
     * @param {string} key
     * @param {Array<{name: string, draw: (canvas: HTMLCanvasElement) => void}>} pictures
     */
    illustrate(key, pictures) {
      const control = controls.find((c) => c.key === key);
      for (const { name, draw } of pictures) control?.picture?.(name, draw);
    },

    /**
     * Shows a state.
     * @param {StateAnswer} state
     */
    update(state) {
      const hidden = new Set(state.spec.hide.split(','));
      for (const control of controls) {
        const applies = !state.applies[control.key];
        control.element.hidden = hidden.has(control.key) || !applies;
        if (applies && !wiring.pending(control.key)) control.update(state);
      }
      for (const [key, panel] of panels) {
        panel.hidden = hidden.has(key) || controls.every((c) => c.element.hidden || !panel.contains(c.element));
      }
      document.documentElement.classList.toggle('no-help', hidden.has('text'));
      for (const more of document.querySelectorAll('details[data-panel].more')) {
        const shown = [...more.querySelectorAll('.field')].filter((f) => !(/** @type {HTMLElement} */ (f).hidden));
        /** @type {HTMLElement} */ (more).hidden = shown.length === 0;
      }
    },
  };
}

/**
 * @param {string} kind
 * @param {string} key
 * @param {string} title
 * @param {boolean} open
 */
function disclosure(kind, key, title, open) {
  const details = make('details', kind);
  details.dataset.panel = key;
  details.open = open;
  const summary = document.createElement('summary');
  if (kind === 'panel') {
    const heading = document.createElement('h2');
    heading.textContent = title;
    summary.append(heading);
  } else {
    summary.textContent = title;
  }
  const fields = make('div', 'fields');
  details.append(summary, fields);
  return details;
}
