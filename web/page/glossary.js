// Words among the numbers that need a sentence: a "?" beside each shows it below
// them, one at a time.

import { find, makeButton } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** The sentences, by what a number is called in messages and in the document. @type {Record<string, string>} */
const sentences = {
  epoch: 'page.about.epoch', fingerprint: 'page.fingerprintHelp', r2: 'page.about.r2',
  js: 'page.about.jsd', kl: 'page.about.kl', 'code-kl': 'page.about.codeKL',
};

/** Gives the terms of the document that have a sentence a "?". */
export function startGlossary() {
  const sentence = find('about-number');
  let open = ''; // the term whose sentence is shown

  /** @param {string} term '' for none */
  function show(term) {
    open = term;
    sentence.hidden = term === '';
    sentence.textContent = term === '' ? '' : t(sentences[term]);
    for (const button of document.querySelectorAll('.numbers .help-button')) {
      button.setAttribute('aria-expanded', String(term !== '' && button.getAttribute('data-term') === term));
    }
  }

  /**
   * Gives a term its "?", if it has a sentence.
   * @param {HTMLElement} head where the term stands
   * @param {string} term
   */
  function explain(head, term) {
    const old = /** @type {HTMLElement | null} */ (head.querySelector('.help-button'));
    if (old?.dataset.term === term) return;
    if (old !== null) {
      if (open === old.dataset.term) show('');
      old.remove();
    }
    if (sentences[term] === undefined) return;
    const button = makeButton('help-button', '?', () => show(open === term ? '' : term));
    button.dataset.term = term;
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-controls', sentence.id);
    head.append(button);
    name(button);
  }

  /** @param {Element} button */
  function name(button) {
    button.setAttribute('aria-label', t('page.help', { name: button.parentElement?.children[0].textContent ?? '' }));
  }

  for (const head of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.numbers dt[data-term]'))) explain(head, head.dataset.term ?? '');

  return {
    explain,

    /** Puts the texts into the present language. */
    translate() {
      show(open);
      document.querySelectorAll('.numbers .help-button').forEach(name);
    },
  };
}
