// Images of one's own by class: dropped or chosen as files, folders or MNIST's
// files, or drawn. The trainer holds the album and what can be undone; the panel
// shows it. Where the link can't carry the images, the browser keeps them.

import { count, explain, t } from '../../shared/i18n.js';
import { shelve, shelved } from '../../shared/vault.js';
import { makeFileReader } from '../../shared/pictures.js';
import { droppedFiles } from './album-files.js';
import { makeAlbumPanel } from './album-panel.js';
import { isChosen, ownOf } from '../../shared/own.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Operation } from '../../shared/messages.d.ts' */
/** @import { AlbumAnswer } from '../../shared/protocol.d.ts' */
/** @import { Own, Schema } from '../../shared/schema.d.ts' */
/** @import { Entry } from '../../shared/pictures.js' */

/** Files that are data of another kind. */
const tables = /\.(csv|tsv|txt)$/i;

/**
 * What the panel knows of the album, and can do with it.
 * @typedef {object} Album
 * @property {NNPlay} player
 * @property {() => AlbumAnswer | null} known what the trainer says of it
 * @property {number} selected the class that is drawn into, and that loose files go to
 * @property {(index?: number) => string} className of a class, or of the selected one
 * @property {() => Own | null} own how the present architecture takes images, null if it does not
 * @property {() => boolean} isOwn whether it learns from one's own
 * @property {() => boolean} tests whether the present architecture can look at what is drawn
 * @property {(value: string) => Promise<string | null>} test lets it, and returns what it sees
 * @property {() => Promise<void>} begin goes over to them
 * @property {(command: Operation<'images'>) => Promise<unknown>} change
 * @property {(entries: Entry[]) => void} read
 * @property {() => void} cancel reading
 */

/** @param {NNPlay} player */
export function startAlbum(player) {
  const files = makeFileReader();
  let known = '?'; // the text of the album that is shown
  let kept = ''; // that of the album that the browser keeps
  /** @type {AlbumAnswer | null} what the trainer says of the album */
  let album = null;
  /** @type {ReturnType<typeof makeAlbumPanel> | null} */
  let view = null;
  /** Kept when images that a link means but does not carry are back, or are nowhere. */
  let settled = Promise.resolve();

  /** @type {Schema | null} */
  let schema = null;
  const own = () => ownOf(schema, player.state, 'pictures');
  const isOwn = () => isChosen(own(), player.state);

  /** @type {Album} */
  const model = {
    player,
    known: () => album,
    selected: 0,
    className: (index = model.selected) => album?.classes[index]?.name ?? 'A',
    own,
    isOwn,
    tests,
    test,
    begin,
    change,
    read,
    cancel: () => files.end(),
  };

  /** Whether the present architecture can look at what is drawn. */
  function tests() {
    return schema?.architectures.find((a) => a.name === player.state?.spec.architecture)?.actions.some((a) => a.kind === 'sketch') ?? false;
  }

  /** Lets the network look at a drawing. @param {string} value its levels @returns {Promise<string | null>} what it sees */
  async function test(value) {
    try {
      return (await player.request({ type: 'act', name: 'sketch', value })).texts.seen ?? '';
    } catch (error) {
      view?.say(explain('error', error), true);
      return null;
    }
  }

  /** @param {Operation<'images'>} command */
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
    const now = player.state?.spec[own()?.key ?? ''] ?? '';
    if (fetching || view === null || !isOwn() || now === known) return;
    fetching = true;
    try {
      known = now;
      album = await player.request({ type: 'album' });
      model.selected = Math.max(0, Math.min(model.selected, album.classes.length - 1));
      await view.show();
    } catch {
      // The trainer says so elsewhere.
    }
    fetching = false;
    refresh();
  }

  /** Goes over to images of one's own, where need be in an architecture that takes them. */
  async function begin() {
    const home = schema?.architectures.find((a) => a.own.some((o) => o.kind === 'pictures' && o.home));
    if (own() === null && home) await player.request({ type: 'set', key: 'architecture', value: home.name });
    const there = own();
    if (there !== null && !isOwn()) await player.request({ type: 'set', key: there.choice, value: there.options[0] });
  }

  /** @param {Entry[]} entries */
  async function read(entries) {
    if (entries.length === 0 || view === null) return;
    await begin();
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

  /** Files may be dropped anywhere on the page; on a class they are for it. */
  const takes = (/** @type {DragEvent} */ event) => {
    const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
    if (view === null || items.length === 0) return false;
    if (items.some((item) => item.type.startsWith('image/'))) return true;
    return own() !== null && !items.every((item) => item.type.startsWith('text/'));
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
    read(await droppedFiles(data, model.className(row === null ? undefined : Number(/** @type {HTMLElement} */ (row).dataset.index))));
  }, { capture: true });

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
    read,
    className: model.className,

    /**
     * Puts the panel below the control of the images.
     * @param {Schema} told
     */
    mount(told) {
      schema = told;
      view = makeAlbumPanel(model);
      known = '?';
      view.show();
      refresh();
    },
  };
}
