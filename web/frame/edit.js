// What can be done on the drawing itself: choosing a neuron or a weight by mouse
// or keyboard and editing it, changing the layers, what the large picture shows,
// and pinning a place of it. The drawing tells where things are; the elements here lie above it, so
// that all is ordinary HTML.

import { find, make } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { isCarded, startCard } from './card.js';
import { startEditor } from './editor.js';
import { startLayers } from './layers.js';
import { startParameters } from './parameters.js';
import { startWarp } from './warp.js';

/** @import { Told } from '../shared/messages.d.ts' */
/** @import { Command, StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Box, CanvasEvent, Easel, Target } from '../shared/canvas.d.ts' */

/** What the drawing leaves free above itself, in CSS pixels. */
const roomForTools = 26;

/**
 * Whether a key goes to nothing in particular, as after a click on the drawing.
 * @param {EventTarget | null} target
 */
const isGround = (target) => target === document.body || target instanceof HTMLCanvasElement;

/** Keys that go on to something else on the drawing. */
const moves = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * @param {object} host
 * @param {(message: Command) => void} host.command
 * @param {(message: Told) => void} host.tell
 * @param {() => Easel | null} host.canvas
 * @param {boolean} host.bare whether there is nothing to press: the drawing can only be looked at
 * @param {() => number} host.below how much room something takes below the drawing, in CSS pixels
 * @param {() => void} host.onRoom hears when the drawing has more or less room
 */
export function startEdit({ command, tell, canvas, bare, below, onRoom }) {
  const tools = find('tools');
  const net = find('net');
  const live = find('net-live');
  const grips = find('grips');
  const toolsHeight = bare ? 0 : roomForTools;

  /** @type {number[]} */
  let shape = [];
  let known = false; // that there is a shape
  let hidden = false; // the network's controls
  let isLocked = (/** @type {string} */ _) => false;

  const editor = startEditor({ command, tell, canvas });
  const card = startCard({ command, tell, canvas, editor, below, onRoom });
  const warp = startWarp(command);
  const parameters = startParameters((message) => {
    editor.close();
    card.close();
    command(message);
  });
  const layers = startLayers((next) => {
    shape = next; // until the trainer says otherwise
    command({ type: 'set', key: 'networkShape', value: next.join(',') });
    showShape();
  });

  /**
   * Opens what there is to change of what was chosen: a card, or the editor of its number.
   * @param {Target | undefined} target
   * @param {HTMLElement | null} from where the focus goes afterwards; null: to the drawing
   */
  function open(target, from) {
    if (bare) return;
    if (isCarded(target)) card.open(target, from);
    else editor.open(target, from);
  }

  function showShape() {
    tools.hidden = !known || bare;
    layers.show(shape, hidden || bare || isLocked('networkShape'));
    warp.show(shape);
  }

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target === net || isGround(event.target))) return;
    const unpins = event.key === 'Escape' && !bare && canvas()?.unpin();
    if (!unpins) {
      if (event.target !== net) return;
      if (moves.has(event.key)) announce(canvas()?.key(event.key));
      else if (event.key === 'Enter' && !bare) open(canvas()?.key('Enter'), net);
      else if (event.key === 'Escape') canvas()?.blur();
      else return;
    }
    event.preventDefault();
  }, { capture: true });
  net.addEventListener('focus', () => announce(canvas()?.key('')));
  net.addEventListener('blur', () => {
    if (!editor.busy && !card.busy) canvas()?.blur();
  });

  /** @param {Target | undefined} target */
  function announce(target) {
    if (target?.name) live.textContent = [target.name, target.text].filter(Boolean).join('; ');
  }

  /**
   * Puts areas over the drawing where a finger drags instead of scrolling the page.
   * Those that are there are moved: what a finger is on must not go while it drags.
   * @param {Box[]} boxes
   */
  function showGrips(boxes) {
    while (grips.children.length > boxes.length) grips.lastElementChild?.remove();
    while (grips.children.length < boxes.length) grips.append(make('div', 'grip'));
    boxes.forEach(({ x, y, width, height }, i) => {
      const { style } = /** @type {HTMLElement} */ (grips.children[i]);
      Object.assign(style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    });
  }

  return {
    /** How much room the tools want above the drawing, in CSS pixels. */
    height: () => toolsHeight,

    /** And below it, or below the network alone. */
    dock() {
      const { all, network } = card.room();
      return { all: all + below(), network };
    },

    /** Finds the places anew of what stands below the drawing. */
    place: () => card.place(),

    /**
     * Hears what the drawing tells.
     * @param {CanvasEvent} event
     * @returns {boolean} whether others want to hear it too
     */
    hear(event) {
      switch (event.type) {
        case 'layout':
          net.hidden = false;
          document.documentElement.style.setProperty('--zoom', String(event.zoom));
          Object.assign(net.style, { left: '4px', top: `${toolsHeight + 10}px`, width: `${Math.max(event.right - 12, 40)}px`,
            height: event.stacked ? `${event.panel.y - toolsHeight - 44}px` : `calc(100% - ${toolsHeight + 18}px)` });
          editor.stack(event.stacked);
          card.lay(event);
          layers.place(event);
          return true;
        case 'grips':
          showGrips(event.boxes);
          return false;
        case 'parameters':
          parameters.show(event.list, event.shown);
          return false;
        case 'pick':
          if (event.action) command({ type: 'act', name: event.action, value: event.value ?? '' });
          if (!event.action || isCarded(event)) open(event, null);
          return true;
        case 'pin':
          if (!bare) command({ type: 'pin', on: event.on, x: event.x, y: event.y });
          return false;
        case 'pinned':
          live.textContent = event.on ? t('page.pin.on', { answer: event.text }) : t('page.pin.off');
          return true;
        case 'edited':
          editor.follow(event);
          return false;
        case 'card':
          card.follow(event);
          return true;
      }
      return true;
    },

    /**
     * Lets the reader change nothing of what is locked.
     * @param {(what: string) => boolean} locked
     */
    lock(locked) {
      isLocked = locked;
      showShape();
      editor.lock(locked('weights'));
      card.lock(locked('weights'));
    },

    /** @param {boolean} on whether the host tells where a number comes from */
    offer(on) {
      editor.offer(on);
      card.offer(on);
    },

    /** Takes over what the large picture shows, which another one has chosen. */
    warped: warp.take,

    /**
     * Takes over what the trainer says about the network.
     * @param {StateAnswer} state
     */
    update(state) {
      card.know(state.parts);
      const value = state.spec.networkShape ?? '';
      const next = value === '' || value === 'none' ? [] : value.split(',').map(Number);
      const points = state.applies.networkShape !== 'other-architecture';
      const hides = new Set(state.spec.hide.split(','));
      const hide = !points || hides.has('networkShape') || hides.has('network');
      tools.classList.toggle('is-figure', !points);
      if (known && next.join() === shape.join() && hide === hidden) return;
      if (known && next.join() !== shape.join()) editor.close();
      shape = next;
      known = true;
      hidden = hide;
      showShape();
      warp.fit();
    },

    /** Puts the texts into the present language. */
    translate() {
      for (const element of document.querySelectorAll('.tools, .net, #net-help, .edit, .card')) element.setAttribute('lang', document.documentElement.lang);
      showShape();
      editor.label();
      card.label();
    },
  };
}
