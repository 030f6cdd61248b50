// LaTeX, as far as formulas of numbers need it, as MathML: selectable, and read aloud.

const space = 'http://www.w3.org/1998/Math/MathML';

/** Letters and signs by command. @type {Record<string, string>} */
const letters = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ϵ', varepsilon: 'ε', ell: 'ℓ', eta: 'η', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', Phi: 'Φ', partial: '∂', top: '⊤',
};
/** @type {Record<string, string>} */
const signs = {
  cdot: '·', times: '×', leftarrow: '←', to: '→', sim: '∼', le: '≤', ne: '≠', dots: '…',
  lVert: '‖', rVert: '‖', lvert: '|', rvert: '|', lfloor: '⌊', rfloor: '⌋',
};
/** Names that stand upright, and what is written above and below. */
const functions = ['ln', 'exp', 'sin', 'cos', 'tanh', 'max', 'min'];
/** @type {Record<string, string>} */
const wide = { ',': '0.17em', ';': '0.28em', '!': '0' };

/**
 * @param {string} tag
 * @param {Array<Node | string>} content
 */
function element(tag, ...content) {
  const made = document.createElementNS(space, tag);
  made.append(...content);
  return made;
}

/** @param {Element[]} parts */
const row = (parts) => (parts.length === 1 ? parts[0] : element('mrow', ...parts));

/** @param {string} size */
function gap(size) {
  const made = element('mspace');
  made.setAttribute('width', size);
  return made;
}

/** A minus sign: of a number, or between two. @param {string} before what stands before it */
function minus(before) {
  const made = element('mo', '−');
  if (before === '' || /^([=([{,+-]|\\(cdot|leftarrow))$/.test(before)) made.setAttribute('form', 'prefix');
  return made;
}

/** Reads LaTeX from the left to the right. */
class Reader {
  /** @type {string[]} */
  #tokens;
  #read = ''; // the last one that was read

  /** @param {string} latex */
  constructor(latex) {
    this.#tokens = latex.match(/\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\S/gu) ?? [];
  }

  /** All up to a closing brace, or to the end. @returns {Element[]} */
  parts() {
    const parts = [];
    while (this.#tokens.length > 0 && this.#tokens[0] !== '}') parts.push(...this.#scripted());
    return parts;
  }

  /** What a command takes: a group, or the next sign alone. */
  #argument() {
    const [next = ''] = this.#tokens;
    if (/^\d\d/.test(next)) this.#tokens.splice(0, 1, next[0], next.slice(1));
    return row(this.#atom());
  }

  /** An atom with what stands below and above it. */
  #scripted() {
    const above = /^\\(sum|max|min)$/.test(this.#tokens[0]);
    const parts = this.#atom();
    /** @type {{ _?: Element, '^'?: Element }} */
    const scripts = {};
    while (this.#tokens[0] === '_' || this.#tokens[0] === '^') {
      const which = /** @type {'_' | '^'} */ (this.#tokens.shift());
      scripts[which] = this.#argument();
    }
    const { _: below, '^': raised } = scripts;
    if (!below && !raised) return parts;
    const base = parts.shift() ?? element('mrow');
    const tag = below && raised ? 'msubsup' : below ? (above ? 'munder' : 'msub') : 'msup';
    return [element(tag, base, ...[below, raised].filter((script) => script !== undefined)), ...parts];
  }

  /** @returns {Element[]} */
  #atom() {
    const before = this.#read;
    const token = this.#tokens.shift() ?? '';
    this.#read = token;
    if (token === '{') {
      const parts = this.parts();
      this.#tokens.shift();
      return [row(parts)];
    }
    if (/^\d/.test(token)) return [element('mn', token)];
    if (/^\p{L}$/u.test(token)) return [element('mi', token)];
    if (token === '-') return [minus(before)];
    if (!token.startsWith('\\')) return [element('mo', token)];
    return this.#command(token.slice(1));
  }

  /**
   * @param {string} name
   * @returns {Element[]}
   */
  #command(name) {
    if (name in letters) return [element('mi', letters[name])];
    if (name in signs) return [element('mo', signs[name])];
    if (name in wide) return [gap(wide[name])];
    if (functions.includes(name)) return this.#function(name);
    switch (name) {
      case 'frac': case 'tfrac': return [element('mfrac', this.#argument(), this.#argument())];
      case 'sqrt': return [element('msqrt', this.#argument())];
      case 'sum': return [element('mo', '∑')];
      case 'hat': return [element('mover', this.#argument(), element('mo', '^'))];
      case 'overline': return [element('mover', this.#argument(), element('mo', '¯'))];
      case 'left': case 'right': return [];
      case 'operatorname': {
        this.#tokens.shift();
        return this.#function(this.#tokens.splice(0, this.#tokens.indexOf('}') + 1).slice(0, -1).join(''));
      }
    }
    return [element('merror', element('mtext', `\\${name}`))];
  }

  /** The name of a function, a little apart from what it is of. @param {string} name */
  #function(name) {
    const [next = ''] = this.#tokens;
    const joins = next === '' || /^([(_^{]|\\left|\\!)$/.test(next);
    return [element('mi', name), ...(joins ? [] : [gap('0.17em')])];
  }
}

/**
 * A formula as an element.
 * @param {string} latex
 */
export function math(latex) {
  const made = element('math', element('mrow', ...new Reader(latex).parts()));
  made.setAttribute('displaystyle', 'true');
  return made;
}
