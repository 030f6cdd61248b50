// The place where a chart stands: which chart, how it is drawn, and a menu that
// saves it.

import { make, makeButton, setName } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** What a chart can be saved as. */
const formats = ['svg', 'png', 'csv'];

/**
 * Fills the place of charts.
 * @param {HTMLElement} element
 * @param {HTMLElement} landscape the controls of that chart
 * @param {(format: string) => void} save
 */
export function makePanel(element, landscape, save) {
  const chooser = make('select', 'charts-chooser');
  chooser.id = 'charts-chooser';
  const log = make('input', '');
  Object.assign(log, { id: 'charts-log', type: 'checkbox' });
  const smooth = make('input', '');
  Object.assign(smooth, { id: 'charts-smooth', type: 'range', min: '0', max: '98', step: '2', value: '0' });
  const [logName, smoothName] = [make('span', ''), make('span', '')];
  const logField = make('label', '', log, logName);
  const smoothField = make('label', '', smoothName, smooth);
  const numbers = make('dl', 'charts-numbers');
  numbers.id = 'charts-numbers';
  const tools = make('div', 'charts-tools', logField, smoothField, landscape, numbers);
  const exporter = makeExport(save);
  const close = makeButton('close', '', () => {});
  close.id = 'charts-close';
  const status = make('p', 'charts-status');
  status.id = 'charts-status';
  status.setAttribute('role', 'status');
  const figure = make('div', 'charts-figure');
  element.replaceChildren(make('div', 'charts-head', chooser, tools, exporter.element, close), status, figure);

  return {
    chooser, log, smooth, numbers, close, status, figure,

    /**
     * Offers charts; the chosen one stays chosen as long as there is one of its name.
     * @param {Array<{name: string, title: string}>} charts
     */
    offer(charts) {
      const chosen = chooser.value;
      charts.forEach(({ name, title }, i) => {
        const option = chooser.options[i] ?? chooser.appendChild(new Option());
        if (option.value !== name) option.value = name;
        if (option.text !== title) option.text = title;
      });
      chooser.length = charts.length;
      const known = charts.some(({ name }) => name === chosen);
      if (chooser.value !== chosen || !known) chooser.value = known ? chosen : charts[0]?.name ?? '';
    },

    /**
     * Shows what can be set about the chosen chart.
     * @param {{log: boolean, smooth: boolean}} can
     */
    allow(can) {
      logField.hidden = !can.log;
      smoothField.hidden = !can.smooth;
    },

    /** Puts the texts into the present language. */
    translate() {
      chooser.setAttribute('aria-label', t('page.charts.choose'));
      logName.textContent = t('page.charts.log');
      smoothName.textContent = t('page.charts.smooth');
      setName(close, t('page.charts.close'));
      exporter.translate();
    },
  };
}

/**
 * The button that opens the list of formats.
 * @param {(format: string) => void} save
 */
function makeExport(save) {
  const list = make('div', 'charts-formats', ...formats.map((format) => makeButton('button', format.toUpperCase(), () => {
    open(false);
    button.focus();
    save(format);
  })));
  list.id = 'charts-formats';
  list.hidden = true;
  const button = makeButton('button', '', () => open(list.hidden !== false));
  button.id = 'charts-export';
  button.setAttribute('aria-controls', list.id);
  const element = make('div', 'charts-export', button, list);

  /** @param {boolean} on */
  function open(on) {
    list.hidden = !on;
    button.setAttribute('aria-expanded', String(on));
    if (on) /** @type {HTMLElement} */ (list.firstElementChild).focus();
  }
  open(false);

  element.addEventListener('keydown', (event) => {
    const at = [...list.children].indexOf(/** @type {HTMLElement} */ (event.target));
    if (event.key === 'Escape' && !list.hidden) {
      open(false);
      button.focus();
    } else if (at >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = list.children[(at + (event.key === 'ArrowDown' ? 1 : list.children.length - 1)) % list.children.length];
      /** @type {HTMLElement} */ (next).focus();
    } else {
      return;
    }
    event.stopPropagation();
    event.preventDefault();
  });
  element.addEventListener('focusout', (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) open(false);
  });

  return {
    element,
    translate() {
      button.textContent = t('page.charts.export');
      for (const choice of list.children) choice.setAttribute('aria-label', t('page.charts.save', { format: choice.textContent }));
    },
  };
}
