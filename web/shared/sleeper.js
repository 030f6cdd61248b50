// An embed out of view sleeps: it pauses there, and goes on when it is seen again.
// With autoplay it begins by itself the first time that enough of it is seen, not
// for a reader who wants little motion.

/** @import { Order } from '../shared/messages.d.ts' */

/** The share of the element that has to be seen before it begins by itself. */
const enough = 0.2;

export class Sleeper {
  /** Whether some of the element is in view. */
  visible = true;
  #asleep = false;
  /** @type {IntersectionObserver | null} */
  #viewer = null;
  #element;
  #playing;
  #send;

  /**
   * @param {Element} element
   * @param {() => boolean} playing whether it trains
   * @param {(message: Order) => void} send commands
   */
  constructor(element, playing, send) {
    this.#element = element;
    this.#playing = playing;
    this.#send = send;
  }

  /** @param {() => void} begin is called once with autoplay, when it comes into view */
  watch(begin) {
    let due = this.#element.hasAttribute('autoplay') && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#viewer = new IntersectionObserver((entries) => {
      const { isIntersecting, intersectionRatio } = entries[entries.length - 1];
      this.visible = isIntersecting;
      if (!isIntersecting) {
        if (this.#playing()) this.sleep();
      } else if (this.#asleep) {
        this.wake();
        this.#send({ type: 'play' });
      } else if (due && intersectionRatio >= enough) {
        due = false;
        begin();
      }
    }, { threshold: [0, enough] });
    this.#viewer.observe(this.#element);
  }

  /** Pauses until it comes into view, unless it shall stay awake. */
  sleep() {
    if (this.#element.hasAttribute('awake')) return;
    this.#send({ type: 'pause' });
    this.#asleep = true;
  }

  /** Forgets that it sleeps. */
  wake() {
    this.#asleep = false;
  }

  /** Ends it all. */
  close() {
    this.#viewer?.disconnect();
    this.wake();
  }
}
