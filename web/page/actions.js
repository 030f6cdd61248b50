// What a reader can do to what is shown that is no setting: choose a sample,
// draw a digit, ask for a text. The trainer's schema says what there is; a panel
// beside the canvas, or a row under it, offers it, and shows the texts that come back.

import { make, setName } from '../shared/dom.js';
import { explain, hasText, t } from '../shared/i18n.js';
import { say } from '../shared/phrase.js';
import { showProblem } from './notices.js';
import { makeSketch } from './data/sketch.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Caption } from '../shared/protocol.d.ts' */
/** @import { Action, Schema } from '../shared/schema.d.ts' */

/** @param {NNPlay} player */
export function startActions(player) {
  const row = /** @type {HTMLElement} */ (document.getElementById('actions'));
  const said = /** @type {HTMLElement} */ (document.getElementById('actions-said'));
  const frame = /** @type {HTMLElement} */ (document.querySelector('.canvas-frame'));
  const stage = /** @type {HTMLElement} */ (frame.parentElement);
  const wide = matchMedia('(min-width: 1100px)'); // as in page.css
  /** @type {Schema | null} */
  let schema = null;
  let shown = '';
  /** @type {Record<string, string>} reasons why there is nothing to do */
  let applies = {};
  /** @type {Record<string, string>} what there is to write, as phrases */
  let takes = {};

  /** @type {Caption | null} what is shown at the moment, null if nothing is said of it */
  let caption = null;

  /** One command of a name in flight; the newest value waits. @type {Map<string, string | null>} */
  const sending = new Map();

  /**
   * @param {string} name
   * @param {string} value
   */
  async function act(name, value) {
    if (sending.has(name)) {
      sending.set(name, value);
      return;
    }
    sending.set(name, null);
    refuse(name, null);
    try {
      const answer = await player.request({ type: 'act', name, value });
      tell(answer.texts);
      tellCaption(answer.caption ?? null);
    } catch (error) {
      refuse(name, error);
    }
    const next = sending.get(name) ?? null;
    sending.delete(name);
    if (next !== null) act(name, next);
  }

  /**
   * Says why an action was refused: below what was written, if it was a text.
   * @param {string} name
   * @param {unknown} error null: it was not
   */
  function refuse(name, error) {
    const box = row.querySelector(`[data-action="${name}"] .action-refused`);
    if (box === null) {
      if (error !== null) showProblem(error);
      return;
    }
    const input = /** @type {HTMLInputElement} */ (document.getElementById(`action-${name}`));
    box.textContent = error === null ? '' : explain('error', error);
    input.setAttribute('aria-invalid', String(error !== null));
    if (error !== null) input.focus();
  }

  /** @param {Record<string, string>} texts */
  function tell(texts) {
    const lines = Object.entries(texts);
    if (lines.length === 0) return;
    said.replaceChildren(...lines.map(([key, text]) => {
      const line = document.createElement('p');
      if (hasText(`said.${key}`)) {
        const name = document.createElement('strong');
        name.textContent = t(`said.${key}`);
        line.append(name, ' ');
      }
      line.append(text);
      return line;
    }));
    said.hidden = false;
  }

  /**
   * Says what is shown.
   * @param {Caption | null} now null for nothing
   */
  function tellCaption(now) {
    if (now === null && caption === null) return;
    caption = now;
    said.hidden = caption === null;
    said.classList.toggle('is-caption', caption !== null);
    said.replaceChildren();
    if (caption === null) return;
    const { key, args, number, count, turn, turns } = caption;
    const line = document.createElement('p');
    const title = document.createElement('strong');
    title.textContent = `${number}/${count} ${t(`canvas.${key}`)}${turns > 1 ? ` (${turn}/${turns})` : ''}`;
    line.append(title, ' ', t(`said.${key}`, args));
    said.append(line);
  }

  /**
   * Moves the sliders of numbers that were changed elsewhere, as on the canvas, but
   * for one that has moved on meanwhile.
   * @param {Record<string, Array<number | null>>} numbers
   */
  function follow(numbers) {
    for (const [name, [value]] of Object.entries(numbers)) {
      const slider = document.getElementById(`action-${name}`);
      if (!(slider instanceof HTMLInputElement) || slider.type !== 'range' || (sending.get(name) ?? null) !== null) continue;
      slider.value = String(value);
      const number = slider.parentElement?.querySelector('output');
      if (number) number.value = slider.value;
    }
  }

  /**
   * Puts the row beside the canvas or, without room there, under it, and under the
   * canvas what is answered. Of what is drawn on, answers have a place in the row
   * from the start: it must not move.
   */
  function place() {
    const sketch = row.querySelector('.sketch') !== null;
    if (wide.matches) stage.after(row);
    else frame.after(row);
    if (sketch) row.append(said);
    else (wide.matches ? frame : row).after(said);
    if (sketch) said.hidden = false;
  }
  wide.addEventListener('change', place);

  /** What there is to do; what is drawn on is left out where it is of no use. */
  function actions() {
    const all = schema?.architectures.find((a) => a.name === shown)?.actions ?? [];
    return all.filter(({ kind, name }) => kind !== 'sketch' || !applies[`action.${name}`]);
  }

  function build() {
    const controls = actions().map((action) => control(action, (value) => act(action.name, value)));
    row.replaceChildren(...controls);
    const numbers = controls.filter((box) => box.matches('.is-number'));
    if (numbers.length > 1) { // they stay together
      const group = make('div', 'action-numbers');
      numbers[0].before(group);
      group.append(...numbers);
    }
    const shownNow = caption;
    said.hidden = true;
    said.replaceChildren();
    place();
    offer();
    tellCaption(shownNow);
  }

  /** Shows what there is to do at the moment. */
  function offer() {
    const boxes = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('.action')]);
    for (const box of boxes) {
      const name = box.dataset.action ?? '';
      box.hidden = Boolean(applies[`action.${name}`]);
      const hint = box.querySelector('.action-takes');
      const words = takes[name] ? say(JSON.parse(takes[name])) : '';
      if (hint === null || hint.textContent === words) continue;
      hint.textContent = words;
      refuse(name, null);
    }
    row.hidden = boxes.every((box) => box.hidden);
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'acted') follow(message.numbers);
    if (message.type === 'canvas') {
      const { type, action = '' } = /** @type {{type: string, action?: string}} */ (message.event);
      if (type === 'pick' && sending.has(action)) sending.set(action, null); // what waits is older than what was chosen there
    }
    if (('playing' in message && message.playing) || message.type === 'stepped' || message.type === 'trained' || ('restarted' in message && message.restarted)) {
      tellCaption(null);
      for (const button of row.querySelectorAll('.repeat[aria-pressed="true"]')) /** @type {HTMLElement} */ (button).click();
    }
    if (message.type !== 'state') return;
    ({ applies, takes } = message);
    if (message.spec.architecture !== shown) {
      tellCaption(null);
      shown = message.spec.architecture;
      if (schema !== null) build();
    } else if (actions().some(({ kind }) => kind === 'sketch') !== (row.querySelector('.sketch') !== null)) {
      build();
    }
    if (message.restarted && said.parentElement !== row) said.hidden = true;
    offer();
  });

  return {
    /**
     * Fills the row, in the present language.
     * @param {Schema} known
     */
    show(known) {
      schema = known;
      if (shown !== '') build();
    },
  };
}

/** How long a number takes from its least to its most, in ms. */
const sweepTime = 4000;

const svg = 'http://www.w3.org/2000/svg';
const playing = { no: 'M8 5.2v13.6a.8.8 0 0 0 1.2.7l10.6-6.8a.8.8 0 0 0 0-1.4L9.2 4.5A.8.8 0 0 0 8 5.2z', yes: 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z' };

/**
 * A button that moves a slider from its present place, or its beginning, to its end.
 * @param {HTMLInputElement} slider
 * @param {string} label
 */
function sweeper(slider, label) {
  const { button, show } = toggle('sweep', label);
  let last = NaN; // when it moved last; NaN while it stands
  let at = 0;
  const stop = () => {
    last = NaN;
    show(false);
  };
  const move = (/** @type {number} */ now) => {
    if (Number.isNaN(last) || !slider.isConnected) return;
    const [min, max] = [Number(slider.min), Number(slider.max)];
    at = Math.min(at + (max - min) * (now - last) / sweepTime, max);
    last = now;
    slider.value = String(at);
    slider.dispatchEvent(new Event('input'));
    if (at >= max) stop();
    else requestAnimationFrame(move);
  };
  button.addEventListener('click', () => {
    if (!Number.isNaN(last)) {
      stop();
      return;
    }
    at = Number(slider.value) >= Number(slider.max) ? Number(slider.min) : Number(slider.value);
    last = performance.now();
    show(true);
    requestAnimationFrame(move);
  });
  for (const type of ['pointerdown', 'keydown']) slider.addEventListener(type, stop);
  return button;
}

/**
 * A button that presses another one again and again, until it is pressed itself.
 * @param {HTMLButtonElement} pressed
 * @param {string} label
 * @param {number} seconds
 */
function repeater(pressed, label, seconds) {
  const { button, show } = toggle('repeat', label);
  let timer = 0;
  button.addEventListener('click', () => {
    clearInterval(timer);
    if (timer !== 0) {
      timer = 0;
    } else {
      pressed.click();
      timer = setInterval(() => {
        if (pressed.isConnected) pressed.click();
        else clearInterval(timer);
      }, 1000 * seconds);
    }
    show(timer !== 0);
  });
  return button;
}

/**
 * A small button that plays and pauses.
 * @param {string} kind its class
 * @param {string} label
 */
function toggle(kind, label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `button ${kind}`;
  setName(button, label);
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  icon.append(path);
  button.append(icon);
  const show = (/** @type {boolean} */ on) => {
    button.setAttribute('aria-pressed', String(on));
    path.setAttribute('d', on ? playing.yes : playing.no);
  };
  show(false);
  return { button, show };
}

/**
 * @param {Action} action
 * @param {(value: string) => void} act
 */
function control(action, act) {
  const label = t(action.label);
  const box = make('div', `action is-${action.kind}`);
  box.dataset.action = action.name;
  const id = `action-${action.name}`;
  const name = document.createElement('label');
  name.textContent = label;
  name.htmlFor = id;
  switch (action.kind) {
    case 'button': {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = id;
      button.className = 'button';
      button.textContent = label;
      button.addEventListener('click', () => act(''));
      box.append(button);
      if (action.every) box.append(repeater(button, `${label}: ${t('page.actions.repeat')}`, action.every));
      break;
    }
    case 'number': {
      const slider = document.createElement('input');
      slider.type = 'range';
      slider.id = id;
      slider.min = String(action.min);
      slider.max = String(action.max);
      slider.step = String(action.step || 'any');
      slider.value = action.default;
      const number = document.createElement('output');
      number.htmlFor.add(id);
      number.value = action.default;
      slider.addEventListener('input', () => {
        number.value = slider.value;
        act(slider.value);
      });
      box.append(name, slider, number);
      if (action.sweeps) box.append(sweeper(slider, `${label}: ${t('page.actions.sweep')}`));
      break;
    }
    case 'choice': {
      const select = document.createElement('select');
      select.id = id;
      for (const option of action.options ?? []) select.add(new Option(t(`${action.label}.${option}`), option));
      select.value = action.default;
      select.addEventListener('change', () => act(select.value));
      box.append(name, select);
      break;
    }
    case 'text': {
      const form = document.createElement('form');
      const input = document.createElement('input');
      input.type = 'text';
      input.id = id;
      input.maxLength = action.most ?? 100;
      input.value = action.default;
      input.autocomplete = 'off';
      const go = make('button', 'button', t('page.actions.go'));
      const takes = make('p', 'note action-takes');
      const refused = make('p', 'action-refused');
      takes.id = `${id}-takes`;
      refused.id = `${id}-refused`;
      refused.setAttribute('role', 'alert');
      input.setAttribute('aria-describedby', `${refused.id} ${takes.id}`);
      form.append(name, input, go, takes, refused);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        act(input.value);
      });
      box.append(form);
      break;
    }
    case 'sketch':
      box.append(makeSketch(id, label, action.side ?? 16, act).element);
  }
  return box;
}
