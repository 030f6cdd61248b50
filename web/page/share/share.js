// Sharing: the address holds the experiment, so it is all there is to copy; as a link
// to the page, or as what shows it in a page of one's own or on a slide.

import { copy } from '../../shared/clipboard.js';
import { find } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { showProblem } from '../notices.js';
import { startChoices } from './choices.js';
import { forms } from './compose.js';
import { startPreview } from './preview.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Count } from '../../shared/messages.d.ts' */
/** @import { Schema } from '../../shared/schema.d.ts' */
/** @import { Form } from './compose.js' */

/** Links longer than this do not survive every mail program and chat. */
const longLink = 2000;

/** How the link's experiment is previewed, in CSS pixels: the page has its own size. */
const pageSize = { width: 800, height: 500 };

/** The names of what the button copies. @type {Record<Form, string>} */
const copies = { link: 'page.copyLink', element: 'page.copyElement', iframe: 'page.copyIframe' };

/** What each form is for. @type {Record<Form, string>} */
const hints = { link: 'page.share.link.hint', element: 'page.share.element.hint', iframe: 'page.share.iframe.hint' };

/** @param {NNPlay} player */
export function startShare(player) {
  const dialog = /** @type {HTMLDialogElement} */ (find('share-dialog'));
  const code = /** @type {HTMLTextAreaElement} */ (find('share-code'));
  const preview = startPreview();
  const choices = startChoices(() => change());
  /** @type {Schema | null} */
  let schema = null;
  let step = 0;
  let offered = 0; // the step for which readers' one was chosen last
  /** The link of the experiment, hiding what is hidden at the moment. */
  let link = '';
  let hidden = '';

  player.addEventListener('message', (event) => {
    const { metrics, step: at } = /** @type {Count} */ (event.detail);
    step = metrics?.step ?? at ?? step;
  });

  find('share').addEventListener('click', () => {
    link = player.getState();
    if (player.state !== null && schema !== null) choices.show(player.state, schema, step);
    hidden = choices.hidden();
    dialog.showModal();
    offer().then(() => {
      show();
      code.focus({ preventScroll: true });
      code.select();
    });
    player.screenshot().then((picture) => { if (dialog.open) showPicture(picture); }, () => {}); // without a canvas there is none
  });

  /** Chooses at which step readers begin, once for each that the run comes to. */
  async function offer() {
    if (offered === step) return;
    offered = step;
    const replay = step === 0 || !player.state?.told ? null : await player.request({ type: 'link', key: 'hide', value: hidden }).then((answer) => answer.replay, () => null);
    choices.offer(replay);
  }

  /** @returns {Form} */
  const form = () => /** @type {Form} */ (/** @type {HTMLInputElement} */ (dialog.querySelector('[name="share-form"]:checked')).value);

  /** Shows what is chosen: the code, and what it makes. */
  function show() {
    const chosen = form();
    const base = new URL('./', location.origin + location.pathname);
    const options = { ...choices.read(), link };
    code.value = forms[chosen](base, options);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll('[data-embeds]'))) part.hidden = chosen === 'link';
    find('share-form-hint').textContent = t(hints[chosen]);
    find('share-change-hint').textContent = t(chosen === 'link' ? 'page.share.change.link' : 'page.share.change.embed');
    find('share-copy').textContent = t(copies[chosen]);
    find('share-long').hidden = forms.link(base, options).length <= longLink;
    find('share-untold').hidden = player.state?.told ?? true;
    find('share-wait').hidden = options.step === 0;
    find('share-said').textContent = '';
    preview.show(chosen === 'link' ? { ...options, ...pageSize, controls: true } : options);
  }

  /** Shows another choice; what the link hides is known to the trainer alone. */
  async function change() {
    const wanted = choices.hidden();
    show();
    if (wanted === hidden) return;
    hidden = wanted;
    try {
      const answer = await player.request({ type: 'link', key: 'hide', value: wanted });
      if (wanted !== hidden) return; // and another one is on its way
      ({ link } = answer);
      show();
    } catch (error) {
      showProblem(error);
    }
  }

  for (const radio of dialog.querySelectorAll('[name="share-form"]')) radio.addEventListener('change', show);

  /** @param {Blob | null} picture */
  function showPicture(picture) {
    const image = /** @type {HTMLImageElement} */ (find('share-image'));
    const save = /** @type {HTMLAnchorElement} */ (find('share-save'));
    if (image.src.startsWith('blob:')) URL.revokeObjectURL(image.src);
    image.removeAttribute('src');
    save.hidden = picture === null;
    if (picture === null) return;
    image.src = save.href = URL.createObjectURL(picture);
    image.alt = find('canvas-text').textContent ?? '';
  }

  dialog.addEventListener('close', () => {
    showPicture(null);
    preview.close();
  });
  find('share-copy').addEventListener('click', async () => {
    code.select();
    const text = code.value;
    const copied = await copy(text);
    if (code.value === text) find('share-said').textContent = t(copied ? 'page.copiedText' : 'page.copyByHand');
  });

  return {
    /** Takes over which groups of settings there are. */
    know(/** @type {Schema} */ all) {
      schema = all;
    },
  };
}
