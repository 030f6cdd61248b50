// Numbers as readers know them from print: with a true minus sign, and with powers
// of ten instead of an e. Package numeral does the same for what Go writes.

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Sets a number that JavaScript wrote: '-9.8e-7' as '−9.8×10⁻⁷', '1e-5' as '10⁻⁵'.
 * A zero has no sign.
 * @param {string} written
 */
export function typeset(written) {
  const [digits, exponent] = written.split('e');
  const size = digits.replace('-', '');
  const sign = size !== digits && /[1-9I]/.test(size) ? '−' : '';
  if (exponent === undefined) return sign + size;
  const power = `10${exponent.replace('+', '').replace('-', '⁻').replace(/\d/g, (digit) => raised[Number(digit)])}`;
  return sign + (size === '1' ? power : `${size}×${power}`);
}

/**
 * A number with so many digits after the point.
 * @param {number} v
 * @param {number} digits
 */
export function decimals(v, digits) {
  return typeset(v.toFixed(digits));
}

/**
 * A number with at most so many digits that count.
 * @param {number} v
 * @param {number} digits
 */
export function figures(v, digits) {
  return typeset(String(Number(v.toPrecision(digits))));
}

/**
 * What somebody wrote as a number, as JavaScript and Go read it: in ASCII, even if it
 * was copied from what typeset sets.
 * @param {string} written
 */
export function ascii(written) {
  return written.trim().replace(/−/g, '-')
    .replace(/^(-?)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, '$11×10$2')
    .replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power) => `e${power.replace('⁻', '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (/** @type {string} */ digit) => raised.indexOf(digit))}`);
}
