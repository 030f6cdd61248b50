// The events of <nn-play>, by name: what their detail is.

import type { Told } from '../shared/messages.d.ts';
import type { Metrics, StateAnswer } from '../shared/protocol.d.ts';

interface Events {
  ready: { link: string };
  step: Metrics;
  epoch: Metrics;
  change: StateAnswer;
  diverged: { tensor: string, step: number };
  resize: { width: number, height: number };
  error: { code: string, text: string, args?: Record<string, string> };
  message: Told;
}

type Options = boolean | AddEventListenerOptions;

declare module '../element.js' {
  interface NNPlay {
    addEventListener<E extends keyof Events>(type: E, listener: (event: CustomEvent<Events[E]>) => void, options?: Options): void;
    addEventListener<E extends keyof HTMLElementEventMap>(type: E, listener: (event: HTMLElementEventMap[E]) => void, options?: Options): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: Options): void;
  }
}
