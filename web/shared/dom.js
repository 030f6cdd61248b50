// Finding, making and naming elements.

/**
 * The element of an id that the document has.
 * @param {string} id
 */
export function find(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Makes an element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} name of its class, '' for none
 * @param {Array<Node | string>} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name !== '') element.className = name;
  element.append(...content);
  return element;
}

/**
 * Makes a button.
 * @param {string} name of its class
 * @param {string} text
 * @param {() => unknown} act
 */
export function makeButton(name, text, act) {
  const button = make('button', name, text);
  button.type = 'button';
  button.addEventListener('click', () => act());
  return button;
}

/**
 * Marks all that is written in an input when the reader comes to it, so that a number
 * that is typed takes its place.
 * @param {HTMLInputElement} input
 */
export function selectWhole(input) {
  let fresh = false;
  input.addEventListener('focus', () => {
    fresh = true;
    input.select();
  });
  input.addEventListener('click', () => { // which has put the caret somewhere
    if (fresh && input.selectionStart === input.selectionEnd) input.select();
    fresh = false;
  });
}

/**
 * Says what an element without a text is called.
 * @param {Element} element
 * @param {string} name
 */
export function setName(element, name) {
  element.setAttribute('aria-label', name);
  element.setAttribute('title', name);
}
