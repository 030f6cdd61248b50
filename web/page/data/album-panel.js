// The panel of one's own images: a row a class with its pictures, a pad to draw
// more, choosers of files, and what can be done with all of them.

import { make, makeButton, setName } from '../../shared/dom.js';
import { count, t } from '../../shared/i18n.js';
import { saveFile } from '../../shared/save.js';
import { showNotice } from '../notices.js';
import { chosenFiles } from './album-files.js';
import { makeSketch } from './sketch.js';
import { makeThumbnails } from './thumbnails.js';
import { makeUndo } from './undo.js';

/** @import { Album } from './album.js' */

/**
 * Builds the panel in the present language.
 * @param {Album} album
 */
export function makeAlbumPanel(album) {
  const { change, player } = album;
  const element = make('div', 'album');
  element.id = 'album';
  const begin = button('album-own', t('page.album.begin'), () => album.begin());
  const section = make('section', 'album-panel');
  section.setAttribute('aria-label', t('page.album'));

  const drop = make('div', 'album-drop');
  drop.append(words(t('page.album.drop')), chooser('album-files', t('page.album.files'), false), chooser('album-folder', t('page.album.folder'), true));
  const status = make('p', 'note');
  status.id = 'album-status';
  status.setAttribute('role', 'status');
  const progress = document.createElement('progress');
  progress.setAttribute('aria-label', t('page.album.reading'));
  const cancel = button('album-cancel', t('page.album.cancel'), () => album.cancel());
  const working = make('div', 'album-working');
  working.hidden = true;
  working.append(progress, cancel);

  const list = make('ul', 'album-classes');
  const addClass = button('album-add-class', t('page.album.addClass'), async () => {
    await change({ op: 'addClass', value: '' });
    album.selected = Number.MAX_SAFE_INTEGER;
  });

  let hex = '';
  let tested = false; // what is drawn is what the network looks at
  const pad = makeSketch('album-sketch', t('page.album.draw'), 28, (levels) => {
    hex = levels;
    const blank = !/[^0]/.test(hex);
    test.disabled = put.disabled = blank;
    seen.textContent = '';
    if (blank && tested) album.test(hex); // it looks at a test image again
    tested = tested && !blank;
  });
  const seen = make('p', 'note album-seen');
  seen.setAttribute('role', 'status');
  const test = button('album-test', t('page.album.test'), async () => {
    const answer = await album.test(hex);
    tested = answer !== null;
    if (answer !== null) seen.textContent = `${t('said.seen')} ${answer}`;
  });
  test.disabled = true;
  const put = button('album-put', '', async () => {
    await change({ op: 'draw', index: album.selected, value: hex });
    pad.wipe();
  });
  put.disabled = true;
  pad.tools.append(test, put);

  const undo = makeUndo('album', (op) => change({ op }));
  const save = button('album-save', t('page.album.save'), async () => {
    const { name, file } = await player.request({ type: 'album', full: true });
    if (file) saveFile(name, new Blob([file]));
  });
  const row = make('div', 'own-row');
  row.append(...undo.buttons, save);
  const total = make('p', 'note');
  total.id = 'album-total';
  const how = make('details', 'album-how');
  const summary = document.createElement('summary');
  summary.textContent = t('page.album.how');
  how.append(summary, words(t('page.album.howText')));
  section.append(list, addClass, pad.element, seen, drop, working, status, row, total, how);
  element.append(begin, section);

  /**
   * @param {string} id
   * @param {string} text
   * @param {boolean} folder
   */
  function chooser(id, text, folder) {
    const label = make('label', 'button small');
    const input = document.createElement('input');
    input.type = 'file';
    input.id = id;
    input.multiple = true;
    input.className = 'visually-hidden';
    input.webkitdirectory = folder;
    input.addEventListener('change', () => {
      const entries = chosenFiles(/** @type {FileList} */ (input.files), album.className());
      input.value = '';
      album.read(entries);
    });
    label.append(input, text);
    return label;
  }

  /** @type {Map<number, ReturnType<typeof makeThumbnails>>} */
  const strips = new Map();

  /** The row of a class. @param {number} index */
  function classRow(index) {
    const item = make('li', 'album-class');
    item.dataset.index = String(index);
    const head = make('div', 'album-head');
    const choose = document.createElement('input');
    choose.type = 'radio';
    choose.name = 'album-class';
    choose.addEventListener('change', () => {
      album.selected = index;
      name();
    });
    const field = document.createElement('input');
    field.type = 'text';
    field.maxLength = 24;
    field.autocomplete = 'off';
    field.addEventListener('change', async () => {
      if (await change({ op: 'rename', index, value: field.value }) === null) field.value = album.className(index);
    });
    const total = make('span', 'album-count');
    const remove = button('', '×', () => change({ op: 'removeClass', index }));
    remove.classList.add('album-remove');
    head.append(choose, field, total, remove);
    const strip = makeThumbnails({
      pictures: (first, n) => player.request({ type: 'pictures', index, first, n }).then((answer) => new Uint8Array(answer.pictures)),
      remove: (picture) => change({ op: 'remove', index, n: picture }),
      className: () => album.className(index),
    });
    strips.set(index, strip);
    item.append(head, strip.element);
    return item;
  }

  /** Says which class is drawn into. */
  function name() {
    put.textContent = t('page.album.put', { class: album.className() });
    for (const [i, item] of [...list.children].entries()) /** @type {HTMLInputElement} */ (item.querySelector('input[type=radio]')).checked = i === album.selected;
  }

  return {
    element,

    /** Shows the album and what can be done. */
    async show() {
      const hidden = new Set(player.state?.spec.hide.split(','));
      const own = album.own();
      const above = document.getElementById(`field-${own?.choice}`);
      if (above !== element.previousElementSibling) above?.after(element);
      element.hidden = own === null || hidden.has(own.key);
      section.hidden = !album.isOwn();
      begin.hidden = album.isOwn();
      const answer = album.known();
      if (!album.isOwn() || answer === null) return;
      while (list.children.length > answer.classes.length) {
        list.lastElementChild?.remove();
        strips.delete(list.children.length);
      }
      while (list.children.length < answer.classes.length) list.append(classRow(list.children.length));
      const lines = [];
      for (const [i, item] of [...list.children].entries()) {
        const { name: called, count: n } = answer.classes[i];
        const [choose, field] = item.querySelectorAll('input');
        choose.setAttribute('aria-label', t('page.album.choose', { class: called }));
        field.setAttribute('aria-label', t('page.album.rename', { class: called }));
        if (document.activeElement !== field) field.value = called;
        /** @type {HTMLElement} */ (item.querySelector('.album-count')).textContent = count(n);
        const remove = /** @type {HTMLElement} */ (item.querySelector('.album-remove'));
        setName(remove, t('page.album.removeClass', { class: called }));
        lines.push(strips.get(i)?.show(n));
      }
      name();
      test.hidden = !album.tests();
      addClass.disabled = answer.classes.length >= answer.mostClasses;
      const n = answer.classes.reduce((sum, c) => sum + c.count, 0);
      undo.show(answer, n === 0);
      save.disabled = n === 0;
      total.textContent = answer.carried ? t('page.album.total', { n: count(n) }) : t('page.album.tooMany', { n: count(n) });
      await Promise.all(lines);
    },

    /**
     * Shows how far reading has come.
     * @param {number} done files, -1 when it is over
     * @param {number} of
     */
    busy(done, of) {
      working.hidden = done < 0;
      if (done < 0) return;
      progress.max = of;
      progress.value = done;
      if (of === 1 || done === of) progress.removeAttribute('value');
      this.say(t('page.album.progress', { n: count(Math.min(done + 1, of)), of: count(of) }));
    },

    /**
     * @param {string} text
     * @param {boolean} [bad]
     */
    say(text, bad = false) {
      status.textContent = text;
      status.classList.toggle('is-bad', bad);
      if (bad && section.hidden) showNotice(text, true);
    },

    /**
     * Marks where a file that is dragged would fall.
     * @param {Element | null | undefined} row undefined: nowhere
     */
    over(row) {
      drop.classList.toggle('is-over', row === null);
      for (const item of list.children) item.classList.toggle('is-over', item === row);
    },
  };
}

/** @param {string} text */
function words(text) {
  return make('p', '', text);
}

/**
 * @param {string} id
 * @param {string} text
 * @param {() => unknown} act
 */
function button(id, text, act) {
  const element = makeButton('button small', text, act);
  element.id = id;
  return element;
}
