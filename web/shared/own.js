// Data of one's own, as the trainer's schema says that each architecture takes them.

/** @import { StateAnswer } from './protocol.d.ts' */
/** @import { Own, Schema } from './schema.d.ts' */

/**
 * How the present architecture takes data of a kind, null if it does not.
 * @param {Schema | null} schema
 * @param {StateAnswer | null} state
 * @param {Own['kind']} kind
 */
export function ownOf(schema, state, kind) {
  const present = schema?.architectures.find((a) => a.name === state?.spec.architecture);
  return present?.own.find((own) => own.kind === kind) ?? null;
}

/**
 * Whether they are what is learned from.
 * @param {Own | null} own
 * @param {StateAnswer | null} state
 */
export function isChosen(own, state) {
  return own !== null && state !== null && own.options.includes(state.spec[own.choice]);
}

/**
 * The architecture to go to with data of a kind, from one that does not take them.
 * @param {Schema | null} schema
 * @param {Own['kind']} kind
 */
export function homeOf(schema, kind) {
  return schema?.architectures.find((a) => a.own.some((own) => own.kind === kind && own.home)) ?? null;
}
