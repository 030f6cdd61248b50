// What numbers are called: of what the trainer calls them, words.

import { hasText, t } from '../shared/i18n.js';

/** @import { NamedTensor, NumberRef, Part } from '../shared/protocol.d.ts' */

/** Parts of names that are counted from 0 there. */
const fromZero = ['block', 'step'];

/** A part of a tensor's name, as 'hidden1'. @param {string} part */
function word(part) {
  const [, name, number] = /** @type {RegExpMatchArray} */ (part.match(/^(.*?)(\d*)$/));
  const whole = `numbers.part.${part}`;
  const alone = `${whole}.alone`; // what has another name where it has no number
  if (hasText(alone)) return t(alone);
  if (hasText(whole)) return t(whole);
  const key = `numbers.part.${name}`;
  if (!hasText(key)) return part;
  return number === '' ? t(key) : t('numbers.counted', { what: t(key), n: Number(number) + (fromZero.includes(name) ? 1 : 0) });
}

/**
 * What a tensor is called: 'weight of hidden layer 1'. A part of the loss says so itself.
 * @param {string} tensor
 */
export function tensorName(tensor) {
  if (tensor.startsWith(metric)) return spaced(metricName(tensor.slice(metric.length)));
  if (tensor.startsWith('constant/')) return t('numbers.constant');
  const [first, ...parts] = tensor.replace(/(^|\/)loss\//, '$1').split('/').map(word);
  return spaced(parts.reduce((where, what) => t('numbers.of', { what, where }), first));
}

/** How the names begin of what tells how well the network does. */
export const metric = 'metric/';

/**
 * What such a number is called, or what it is made of: 'training loss of a sample'. Scores
 * of families have names of their own.
 * @param {string} name
 */
function metricName(name) {
  const [whole, ...parts] = name.split('/');
  const own = `numbers.metric.${[whole, ...parts].join('.')}`;
  if (hasText(own)) return t(own);
  const what = t(hasText(`numbers.metric.${whole}`) ? `numbers.metric.${whole}` : `score.${whole}`);
  return parts.reduce((of, part) => t(`numbers.metric.part.${part}`, { what: of }), what);
}

/** Chinese keeps figures a little apart. @param {string} text */
const spaced = (text) => text.replace(/(?<=\d)(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\d)/gu, ' ');

/** What there is of an operation. @param {string} kind */
export function operationName(kind) {
  const key = `numbers.operation.${kind}`;
  return hasText(key) ? t(key) : kind;
}

/**
 * Where an element is in its tensor: 'from input 2 to unit 1'.
 * @param {NumberRef} ref
 * @param {NamedTensor} tensor
 */
function placeName(ref, tensor) {
  const places = tensor.dimensions.map((name, i) => t('numbers.counted', { what: dimensionName(name), n: ref.index[i] + 1 }));
  if (tensor.role !== 'result' && tensor.dimensions.join() === 'input,unit') return t('numbers.between', { from: places[0], to: places[1] });
  return places.join(', ');
}

/** What a dimension is. @param {string} name */
export function dimensionName(name) {
  const key = `numbers.dimension.${name}`;
  return hasText(key) ? t(key) : name;
}

/**
 * What can be switched off: 'hidden layer 1, unit 2'. Its output goes without saying.
 * @param {Part} part
 */
export function partName({ tensor, index, dimensions }) {
  const whose = tensorName(tensor.replace(/\/(out|hidden)$/, ''));
  const parameter = dimensions.join() === 'input,unit';
  const places = dimensions.map((name, i) => t('numbers.counted', { what: dimensionName(name), n: index[i] + 1 }));
  const place = parameter ? t('numbers.between', { from: places[0], to: places[1] }) : places.join(', ');
  return spaced(place === '' ? whose : t('numbers.name', { what: whose, place }));
}

/**
 * What a number is called.
 * @param {NumberRef} ref
 * @param {NamedTensor[]} tensors
 */
export function nameOf(ref, tensors) {
  if (ref.tensor === '') return ref.operation === '' ? t('numbers.nameless') : t('numbers.within', { operation: operationName(ref.operation) });
  const tensor = tensors.find(({ name, program }) => name === ref.tensor && program === ref.program) ?? tensors.find(({ name }) => name === ref.tensor);
  const place = tensor === undefined ? ref.index.map((i) => i + 1).join(', ') : placeName(ref, tensor);
  const name = tensorName(ref.tensor);
  const what = spaced(place === '' ? name : t('numbers.name', { what: name, place }));
  if (ref.tensor.startsWith(metric)) return ref.of === 'value' ? t('numbers.metric.before', { what }) : what;
  return ref.of === 'gradient' ? t('numbers.gradientOf', { what }) : ref.of === 'update' ? t('numbers.updateOf', { what }) : what;
}
