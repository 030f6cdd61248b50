// Images of one's own by class: dropped or chosen as files, folders or MNIST's
// files, or drawn. The trainer holds the album and what can be undone; the panel
// shows it. Where the link can't carry the images, the browser keeps them.

import { chosenFiles, droppedFiles, makeFileReader } from './album-files.js';
import { count, explain, t } from '../../shared/i18n.js';
import { showNotice } from '../notices.js';
import { makeSketch } from './sketch.js';
import { makeThumbnails } from './thumbnails.js';
import { shelve, shelved } from '../../shared/vault.js';

/** Architectures that learn from images. */
const onImages = new Set(['cnn', 'autoencoder']);
/** Files that are data of another kind. */
const tables = /\.(csv|tsv|txt)$/i;

/** @param {import('../../element.js').NNPlay} player */
export function startAlbum(player) {
  const files = makeFileReader();
  let selected = 0; // the class that is drawn into, and that loose files go to
  let known = '?'; // the text of the album that is shown
  let kept = ''; // that of the album that the browser keeps
  /** @type {import('../../shared/protocol.d.ts').AlbumAnswer | null} what the trainer says of the album */
  let album = null;
  /** @type {ReturnType<typeof build> | null} */
  let view = null;
  /** Kept when images that a link means but does not carry are back, or are nowhere. */
  let settled = Promise.resolve();

  const isOnImages = () => onImages.has(player.state?.spec.architecture ?? '');
  const isOwn = () => player.state?.spec.images === 'own' && isOnImages();

  /** @param {import('../../shared/messages.d.ts').Operation<'images'>} command */
  async function change(command) {
    try {
      return await player.request({ type: 'images', ...command });
    } catch (error) {
      known = '?';
      view?.say(explain('error', error), true);
      return null;
    }
  }

  /** Fetches the album if it has changed. */
  let fetching = false;
  async function refresh() {
    const now = player.state?.spec.pictures ?? '';
    if (fetching || view === null || !isOwn() || now === known) return;
    fetching = true;
    try {
      known = now;
      album = await player.request({ type: 'album' });
      selected = Math.max(0, Math.min(selected, album.classes.length - 1));
      await view.show();
    } catch {
      // The trainer says so elsewhere.
    }
    fetching = false;
    refresh();
  }

  /** @param {import('./album-files.js').Entry[]} entries */
  async function read(entries) {
    if (entries.length === 0 || view === null) return;
    if (!isOwn() && !isOnImages()) await player.request({ type: 'set', key: 'architecture', value: 'cnn' });
    if (!isOwn()) await player.request({ type: 'set', key: 'images', value: 'own' });
    view.busy(0, entries.length);
    try {
      const found = await files.read(entries, (done) => view?.busy(done, entries.length));
      if (found === null) {
        view.say(t('page.album.cancelled'));
        return;
      }
      const words = [];
      const empty = (album?.classes ?? []).every((c) => c.count === 0);
      if (found.file !== null && await change({ op: found.whole && empty ? 'take' : 'merge', bytes: found.file }) !== null) words.push(t('page.album.added', { n: count(found.pictures) }));
      if (found.refused.length > 0) {
        const [{ name, error }] = found.refused;
        const why = explain('error', error);
        words.push(found.refused.length === 1 ? (name ? t('page.album.refused', { name, why }) : why) : t('page.album.refusedMany', { n: count(found.refused.length), name, why }));
      }
      if (words.length > 0) view.say(words.join(' '), found.refused.length > 0);
    } catch (error) {
      view.say(explain('error', error), true);
    } finally {
      view.busy(-1, 0);
    }
  }

  /** @param {number} index of a class */
  const className = (index = selected) => album?.classes[index]?.name ?? 'A';

  /** Files may be dropped anywhere on the page; on a class they are for it. */
  const takes = (/** @type {DragEvent} */ event) => {
    const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
    if (view === null || items.length === 0) return false;
    if (items.some((item) => item.type.startsWith('image/'))) return true;
    return isOnImages() && !items.every((item) => item.type.startsWith('text/'));
  };
  /** @param {EventTarget | null} target */
  const rowOf = (target) => (target instanceof Element ? target.closest('.album-class') : null);
  addEventListener('dragover', (event) => {
    if (!takes(event)) return;
    event.preventDefault();
    view?.over(rowOf(event.target));
  }, { capture: true });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) view?.over(undefined);
  }, { capture: true });
  addEventListener('drop', async (event) => {
    const data = event.dataTransfer;
    view?.over(undefined);
    if (!takes(event) || data === null || [...data.files].every((file) => tables.test(file.name))) return;
    event.preventDefault();
    const row = rowOf(event.target);
    const name = row === null ? className() : className(Number(/** @type {HTMLElement} */ (row).dataset.index));
    read(await droppedFiles(data, name));
  }, { capture: true });

  /** Builds the panel in the present language. */
  function build() {
    const element = make('div', 'album');
    element.id = 'album';
    const begin = button('album-own', t('page.album.begin'), () => player.request({ type: 'set', key: 'images', value: 'own' }));
    const section = make('section', 'album-panel');
    section.setAttribute('aria-label', t('page.album'));

    const drop = make('div', 'album-drop');
    drop.append(words(t('page.album.drop')), chooser('album-files', t('page.album.files'), false), chooser('album-folder', t('page.album.folder'), true));
    const status = make('p', 'note');
    status.id = 'album-status';
    status.setAttribute('role', 'status');
    const progress = document.createElement('progress');
    progress.setAttribute('aria-label', t('page.album.reading'));
    const cancel = button('album-cancel', t('page.album.cancel'), () => files.end());
    const working = make('div', 'album-working');
    working.hidden = true;
    working.append(progress, cancel);

    const list = make('ul', 'album-classes');
    const addClass = button('album-add-class', t('page.album.addClass'), async () => {
      await change({ op: 'addClass', value: '' });
      selected = Number.MAX_SAFE_INTEGER;
    });

    let hex = '';
    const pad = makeSketch('album-sketch', t('page.album.draw'), 28, (levels) => {
      hex = levels;
      put.disabled = !/[^0]/.test(hex);
    });
    const put = button('album-put', '', async () => {
      await change({ op: 'draw', index: selected, value: hex });
      pad.wipe();
    });
    put.disabled = true;
    pad.tools.append(put);

    const undo = button('album-undo', t('page.own.undo'), () => change({ op: 'undo' }));
    const redo = button('album-redo', t('page.own.redo'), () => change({ op: 'redo' }));
    const clear = button('album-clear', t('page.own.clear'), () => change({ op: 'clear' }));
    const save = button('album-save', t('page.album.save'), saveFile);
    const row = make('div', 'own-row');
    row.append(undo, redo, clear, save);
    const total = make('p', 'note');
    total.id = 'album-total';
    const how = document.createElement('details');
    how.className = 'album-how';
    const summary = document.createElement('summary');
    summary.textContent = t('page.album.how');
    how.append(summary, words(t('page.album.howText')));
    section.append(list, addClass, pad.element, drop, working, status, row, total, how);
    element.append(begin, section);

    /**
     * @param {string} id
     * @param {string} text
     * @param {boolean} folder
     */
    function chooser(id, text, folder) {
      const label = document.createElement('label');
      label.className = 'button small';
      const input = document.createElement('input');
      input.type = 'file';
      input.id = id;
      input.multiple = true;
      input.className = 'visually-hidden';
      input.webkitdirectory = folder;
      input.addEventListener('change', () => {
        const entries = chosenFiles(/** @type {FileList} */ (input.files), className());
        input.value = '';
        read(entries);
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
        selected = index;
        name();
      });
      const field = document.createElement('input');
      field.type = 'text';
      field.maxLength = 24;
      field.autocomplete = 'off';
      field.addEventListener('change', async () => {
        if (await change({ op: 'rename', index, value: field.value }) === null) field.value = className(index);
      });
      const total = make('span', 'album-count');
      const remove = button('', '×', () => change({ op: 'removeClass', index }));
      remove.classList.add('album-remove');
      head.append(choose, field, total, remove);
      const strip = makeThumbnails({
        pictures: (first, n) => player.request({ type: 'pictures', index, first, n }).then((answer) => new Uint8Array(answer.pictures)),
        remove: (picture) => change({ op: 'remove', index, n: picture }),
        className: () => className(index),
      });
      strips.set(index, strip);
      item.append(head, strip.element);
      return item;
    }

    /** Says which class is drawn into. */
    function name() {
      put.textContent = t('page.album.put', { class: className() });
      for (const [i, item] of [...list.children].entries()) /** @type {HTMLInputElement} */ (item.querySelector('input[type=radio]')).checked = i === selected;
    }

    return {
      element,

      /** Shows the album and what can be done. */
      async show() {
        const hidden = new Set(player.state?.spec.hide.split(','));
        const above = document.getElementById('field-images');
        if (above !== element.previousElementSibling) above?.after(element);
        element.hidden = hidden.has('pictures') || !isOnImages();
        section.hidden = !isOwn();
        begin.hidden = isOwn();
        if (!isOwn() || album === null) return;
        while (list.children.length > album.classes.length) {
          list.lastElementChild?.remove();
          strips.delete(list.children.length);
        }
        while (list.children.length < album.classes.length) list.append(classRow(list.children.length));
        const lines = [];
        for (const [i, item] of [...list.children].entries()) {
          const { name: called, count: n } = album.classes[i];
          const [choose, field] = item.querySelectorAll('input');
          choose.setAttribute('aria-label', t('page.album.choose', { class: called }));
          field.setAttribute('aria-label', t('page.album.rename', { class: called }));
          if (document.activeElement !== field) field.value = called;
          /** @type {HTMLElement} */ (item.querySelector('.album-count')).textContent = count(n);
          const remove = /** @type {HTMLElement} */ (item.querySelector('.album-remove'));
          remove.title = t('page.album.removeClass', { class: called });
          remove.setAttribute('aria-label', remove.title);
          lines.push(strips.get(i)?.show(n));
        }
        name();
        addClass.disabled = album.classes.length >= album.mostClasses;
        undo.disabled = album.undo === 0;
        redo.disabled = album.redo === 0;
        const n = album.classes.reduce((sum, c) => sum + c.count, 0);
        clear.disabled = save.disabled = n === 0;
        total.textContent = album.carried ? t('page.album.total', { n: count(n) }) : t('page.album.tooMany', { n: count(n) });
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

  async function saveFile() {
    const answer = await player.request({ type: 'album', full: true });
    const link = document.createElement('a');
    link.download = answer.name;
    link.href = URL.createObjectURL(new Blob(answer.file ? [answer.file] : []));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** Keeps the images that the link does not carry. @param {string} text of the album */
  async function keep(text) {
    if (text === kept) return;
    kept = text;
    const { file, text: of } = await player.request({ type: 'album', full: true });
    if (file && of === text) await shelve('files', text, file);
  }

  /** Brings back images that a link means. @param {string} text of the album */
  async function bringBack(text) {
    const file = (await shelved('files', text))?.bytes ?? null;
    if (file !== null) await change({ op: 'take', bytes: new Uint8Array(file) });
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type !== 'state') return;
    const missing = message.notices.find((n) => n.code === 'pictures-elsewhere');
    if (missing) settled = bringBack(missing.args.given);
    else if (/&pictures=n\d/.test(message.link)) keep(message.spec.pictures).catch(() => {});
    view?.show();
    refresh();
  });

  return {
    /** Kept when images that are not in the link are back, as far as they can be. */
    settled: () => settled,

    /** Puts the panel below the control of the images. */
    mount() {
      view = build();
      known = '?';
      view.show();
      refresh();
    },
  };
}

/**
 * @param {string} tag
 * @param {string} name of the class
 */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/** @param {string} text */
function words(text) {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

/**
 * @param {string} id
 * @param {string} text
 * @param {() => unknown} act
 */
function button(id, text, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.id = id;
  element.className = 'button small';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}
