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

/** The zeros of decimal digits that keyboards write: fullwidth, Arabic, Persian, Devanagari. */
const zeros = ['０', '٠', '۰', '०'].map((zero) => zero.charCodeAt(0));

/**
 * What somebody wrote as a number, as JavaScript and Go read it: in ASCII, with a point,
 * even if it was copied from what typeset sets, or typed as in another country. What is
 * no number comes back much as it was, to be refused.
 * @param {string} written
 * @param {number} [percent] what 1% stands for; without it a percent sign is no part of a number
 */
export function ascii(written, percent = 0) {
  const plain = written.trim()
    .replace(/[０-９٠-٩۰-۹०-९]/g, (digit) => String(digit.charCodeAt(0) - Math.max(...zeros.filter((zero) => zero <= digit.charCodeAt(0)))))
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−‐‑‒–—﹣]/g, '-').replace(/٫/g, '.').replace(/[%٪]$/, '%')
    .replace(/(?<=[\d.,])[\s'’٬]+(?=\d)|(?<=^[-+])\s+|\s+(?=%$)/g, '')
    .replace(/^(-?)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, '$11×10$2')
    .replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power) => `e${power.replace('⁻', '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (/** @type {string} */ digit) => raised.indexOf(digit))}`);
  const number = plain.replace(/^([-+]?)([\d.,]+)(?=e[-+]?\d+$|%?$)/i, (_, sign, digits) => sign + pointed(digits));
  return percent > 0 && /^[-+]?[\d.]+%$/.test(number) ? String(Number((Number(number.slice(0, -1)) * percent).toPrecision(12))) : number;
}

/**
 * Digits with at most one sign, the decimal point. Of two kinds of signs the last is the
 * decimal one; one kind that comes several times, and a comma that three digits follow,
 * stand between thousands, as the page itself writes them.
 * @param {string} digits with points and commas
 */
function pointed(digits) {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return digits;
  const sign = digits[last];
  const groups = digits.split(sign);
  const mixed = /[.]/.test(digits) && /,/.test(digits);
  if (mixed) return groups.length === 2 ? `${groups[0].replace(/[.,]/g, '')}.${groups[1]}` : digits;
  const grouped = /^[1-9]\d{0,2}$/.test(groups[0]) && groups.slice(1).every((group) => group.length === 3);
  if (groups.length > 2) return grouped ? groups.join('') : digits;
  return sign === ',' && grouped ? groups.join('') : groups.join('.');
}
