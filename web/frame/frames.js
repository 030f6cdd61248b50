// Asking the trainer for frames: one request in flight, one more as soon as the
// screen can show it, none while nothing changes.

/** @import { FrameCommand } from '../shared/protocol.d.ts' */

/** How long to wait for the screen, in ms: a hidden page draws nothing, but its numbers go on. */
const patience = 500;

// Taken before the canvas program wraps it.
const onNextFrame = requestAnimationFrame.bind(globalThis);

export class Frames {
  #post;
  #waiting = false; // for an answer
  #again = false;
  #full = false;
  #scheduled = false;

  /** @param {(message: FrameCommand) => void} post */
  constructor(post) {
    this.#post = post;
  }

  /**
   * Asks for a frame, after the one in flight if there is one.
   * @param {boolean} [full] with all that a canvas needs which has seen nothing
   */
  want(full = false) {
    this.#full ||= full;
    if (this.#waiting) {
      this.#again = true;
      return;
    }
    this.#waiting = true;
    this.#again = false;
    this.#post({ type: 'frame', full: this.#full });
    this.#full = false;
  }

  /**
   * Notes the answer to a request.
   * @param {{busy: boolean}} frame
   */
  answered(frame) {
    this.#waiting = false;
    if (!frame.busy && !this.#again) return;
    if (this.#scheduled) return;
    this.#scheduled = true;
    let timer = 0;
    const go = () => {
      if (!this.#scheduled) return;
      this.#scheduled = false;
      clearTimeout(timer);
      this.want();
    };
    timer = setTimeout(go, patience);
    onNextFrame(go);
  }
}
