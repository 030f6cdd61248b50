// Questions of the frame's own to the trainer: their answers are known by their ids.

/** @import { AnswerTo } from '../shared/messages.d.ts' */
/** @import { Answer, Command } from '../shared/protocol.d.ts' */

let ids = 0;

export class Asking {
  #command;
  /** @type {Map<number | string, {resolve: (answer: any) => void, reject: (error: unknown) => void}>} */
  #pending = new Map();

  /** @param {(message: Command) => void} command */
  constructor(command) {
    this.#command = command;
  }

  /**
   * @template {Command} C
   * @param {C} message
   * @returns {Promise<AnswerTo<C['type']>>}
   */
  ask(message) {
    const id = `frame-${++ids}`;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#command({ ...message, id });
    });
  }

  /**
   * Hears the trainer.
   * @param {Answer} message
   * @returns {boolean} whether nobody else need know
   */
  hear(message) {
    const asked = this.#pending.get(message.id ?? '');
    if (asked === undefined) return false;
    this.#pending.delete(message.id ?? '');
    if (message.type === 'error') asked.reject(message);
    else asked.resolve(message);
    return message.type !== 'state';
  }
}
