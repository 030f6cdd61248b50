// What there is to copy of an experiment: a link to the page, or what puts it into a
// page of one's own. Nothing is written that goes without saying.

/**
 * How whoever gets it shall see it.
 * @typedef {object} Options
 * @property {string} link of the experiment, without '#'
 * @property {number} step at which it opens
 * @property {boolean} autoplay
 * @property {boolean} controls whether an embed has any
 * @property {boolean} through whether an embed with controls offers to go slowly through a step
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} lang '' for the reader's
 * @property {string} locked as the element's attribute
 * @property {number} width of an embed, in CSS pixels
 * @property {number} height
 */

/** What there is to copy, by name: its text for an experiment. Base is the page's address, without a file. */
export const forms = {
  link: (/** @type {URL} */ base, /** @type {Options} */ options) => pageOf(base, options),

  element: (/** @type {URL} */ base, /** @type {Options} */ options) => {
    const attributes = attributesOf(options).map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`));
    return `<script type="module" src="${new URL('element.js', base).href}"></script>\n`
      + `<nn-play experiment="${escape(options.link)}"${attributes.join('')} width="${options.width}" height="${options.height}">\n`
      + `  <a href="${escape(pageOf(base, options))}">nnplay</a>\n</nn-play>`;
  },

  iframe: (/** @type {URL} */ base, /** @type {Options} */ options) =>
    `<iframe src="${escape(addressOf('embed.html', base, options))}" title="nnplay" width="${options.width}" height="${options.height}" frameborder="0"></iframe>`,
};

/** @typedef {keyof typeof forms} Form */

/**
 * The attributes of the element, and the query of a frame, that say what is not usual;
 * '' is that of one which says all by being there.
 * @param {Options} options
 * @returns {Array<[name: string, value: string]>}
 */
export function attributesOf({ step, autoplay, controls, through, theme, lang, locked }) {
  /** @type {Array<[name: string, value: string, said: boolean]>} */
  const all = [
    ['step', String(step), step > 0], ['autoplay', '', autoplay], ['controls', '0', !controls], ['step-through', '', controls && through],
    ['theme', theme, theme !== 'auto'], ['lang', lang, lang !== ''], ['locked', locked, locked !== ''],
  ];
  return all.filter(([, , said]) => said).map(([name, value]) => [name, value]);
}

/**
 * @param {URL} base
 * @param {Options} options
 */
function pageOf(base, options) {
  return addressOf('', base, { ...options, controls: true, through: false }); // the page has its own
}

/**
 * @param {string} file
 * @param {URL} base
 * @param {Options} options
 */
function addressOf(file, base, options) {
  const address = new URL(file, base);
  for (const [name, value] of attributesOf(options)) address.searchParams.set(name, value || '1');
  address.hash = options.link;
  return address.href;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
