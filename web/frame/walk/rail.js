// The rail above the drawing: the stations of a step, and below them the stops of the
// present one, layer by layer and, of a sequence, time by time.

import { make, makeButton, setName } from '../../shared/dom.js';
import { hasText, t } from '../../shared/i18n.js';
import { tensorName } from '../../numbers/name.js';

/** @import { Stop } from '../../shared/protocol.d.ts' */

/** The stations, in order. */
const stations = ['data', 'forward', 'activation', 'loss', 'backward', 'gradients', 'update'];

/** Whose a stop is, in words. @param {Stop} stop */
export function layerName({ layer, tensors }) {
  if (layer !== '' && layer !== 'loss') return tensorName(layer);
  if (layer === 'loss') return t('numbers.part.loss');
  return tensors.map(({ tensor }) => tensorName(tensor)).join(', ');
}

/** Whose turn it is: a player's, or a try. @param {Stop} stop */
function turnName({ turn, program }) {
  const key = `walk.program.${program.replaceAll(' ', '-')}`;
  return hasText(key) ? t(key) : t('walk.turn', { n: turn + 1 });
}

/**
 * @param {object} act
 * @param {(stop: number) => void} act.go
 * @param {() => void} act.close
 */
export function makeRail({ go, close }) {
  const list = make('ol', 'walk-stations');
  const turns = make('ol', 'walk-stops walk-turns');
  const places = make('ol', 'walk-stops');
  const times = make('ol', 'walk-stops walk-times');
  const end = makeButton('mini quiet walk-close', '×', close);
  const first = make('nav', 'walk-row', list, end);
  const element = make('header', 'walk-rail', first, make('div', 'walk-row', turns, places), times);

  /** @param {string} text @param {boolean} present @param {number} stop @param {string} [name] */
  function item(text, present, stop, name = '') {
    const button = makeButton(name, text, () => go(stop));
    if (present) button.setAttribute('aria-current', 'step');
    if (stop < 0) button.disabled = true;
    return make('li', '', button);
  }

  /**
   * What the stops of a station are called, so that no two have one name.
   * @param {Stop[]} stops
   */
  function names(stops) {
    const layers = stops.map(layerName);
    return layers.map((name, i) => {
      if (layers.indexOf(name) === layers.lastIndexOf(name)) return name;
      const [last] = stops[i].tensors[stops[i].main].tensor.split('/').slice(-1);
      return `${name} · ${tensorName(last)}`;
    });
  }

  return {
    element,

    /** @param {Stop[]} stops @param {number} at */
    show(stops, at) {
      const now = stops[at];
      const focused = document.activeElement instanceof HTMLElement && element.contains(document.activeElement) ? document.activeElement.parentElement?.parentElement : null;
      const mine = stops.map((stop, i) => ({ stop, i })).filter(({ stop }) => stop.turn === now.turn);
      list.replaceChildren(...stations.map((station) => {
        const here = mine.find(({ stop }) => stop.station === station);
        const made = item(t(`walk.station.${station}`), station === now.station, here?.i ?? -1, 'walk-station');
        made.classList.toggle('is-done', here !== undefined && here.i < at);
        return made;
      }));
      const count = Math.max(...stops.map(({ turn }) => turn)) + 1;
      turns.hidden = count < 2;
      turns.replaceChildren(...Array.from({ length: count }, (_, n) => stops.findIndex(({ turn }) => turn === n)).filter((i) => i >= 0)
        .map((i) => item(turnName(stops[i]), stops[i].turn === now.turn, i)));
      const there = mine.filter(({ stop }) => stop.station === now.station);
      const timely = there.filter(({ stop }) => stop.time >= 0);
      const here = there.filter(({ stop }) => stop.time === -1 || stop.time === (now.time >= 0 ? now.time : timely[0].stop.time));
      const called = names(here.map(({ stop }) => stop));
      places.replaceChildren(...here.map(({ i }, k) => item(called[k], i === at, i)));
      places.hidden = here.length < 2;
      const moments = [...new Set(timely.map(({ stop }) => stop.time))];
      times.hidden = moments.length < 2;
      times.replaceChildren(make('li', '', t('walk.times')), ...moments.map((time) => {
        const all = timely.filter(({ stop }) => stop.time === time);
        const like = all.find(({ stop }) => stop.layer === now.layer && stop.operation === now.operation) ?? all[0];
        return item(String(time + 1), time === now.time, like.i);
      }));
      /** @type {HTMLElement | null} */ (focused?.querySelector('[aria-current]'))?.focus({ preventScroll: true });
      for (const row of [list, places, times]) {
        const present = /** @type {HTMLElement | null} */ (row.querySelector('[aria-current]'));
        if (present) row.scrollLeft = present.offsetLeft - (row.clientWidth - present.offsetWidth) / 2;
      }
    },

    /** Puts the texts into the present language. */
    translate() {
      first.setAttribute('aria-label', t('walk.stations'));
      places.setAttribute('aria-label', t('walk.stops'));
      times.setAttribute('aria-label', t('walk.times'));
      setName(end, t('walk.close'));
    },
  };
}
