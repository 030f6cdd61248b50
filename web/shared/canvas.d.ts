// What the canvas program offers in the frame, and what it tells: wasm/canvas.

import type { Lit } from './protocol.d.ts';

/** A rectangle, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the drawing has its layers. */
export interface Layout {
  type: 'layout';
  /** The hidden layers, and where each has its buttons. */
  hidden: Array<{ x: number, width: number, bottom: number, buttons: Box }>;
  left: number;
  right: number;
  /** The network stands above what it says, not beside it. */
  stacked: boolean;
  /** A card may stand below the network alone, left of what it says: that keeps its size. */
  beside: boolean;
  /** The large picture; a figure has none, and is not stacked. */
  panel: Box;
  /** From here down a card may lie on the drawing where there is little room; 0: it must not. */
  sheet: number;
  /** How much larger than usual all is drawn. */
  zoom: number;
}

/** A number of the network: a bias, a weight, an element of a kernel. */
export interface Parameter {
  /** In which it is. */
  parameter: string;
  index: number;
  value: number;
  frozen: boolean;
  /** It has no effect. */
  removed: boolean;
  gradientText: string;
  off?: boolean;
}

/** How a number comes about: as a sum of products and a bias, and what becomes of it. */
export interface Card {
  /** What number it is, '' where the name of what was chosen says so. */
  title: string;
  terms: Array<Parameter & { name: string, input: number, product: number }>;
  /** How many weaker terms are left out, and what they add up to. */
  more: number;
  rest: number;
  bias: Parameter | null;
  /** What is read is known; else there are weights alone. */
  known: boolean;
  /** A place can be pinned, and then it is known. */
  pins: boolean;
  /** The place where it is so, '' where there are no others. */
  at: string;
  /** What the network reads, '' where there is nothing else to read. */
  sample: string;
  sumName: string;
  sum: number;
  steps: Array<{ words: string, value: number | null }>;
}

/** Something on the drawing that has a number to edit. */
export interface Editable extends Box, Parameter, Whose {
  /** "neuron" for a bias; "link" or "cell" for a weight. */
  kind: string;
  action?: undefined;
  name: string;
  text: string;
  formula?: string;
  /** At the place that is pinned: a neuron's activation, a link's weight times what it reads. */
  comesTo?: number;
  card?: Card;
}

/** Where something is in the network, and whether it is switched off. */
export interface Whose {
  /** The prefix of the layer's tensors. */
  layer?: string;
  /** Which of them is shown; '' for what stands for all. */
  tensor?: string;
  /** Which element of it, in what one sample has. */
  unit?: number;
  off?: boolean;
}

/** What is pointed at or chosen; kind "" is nothing. */
export type Target = (Editable | Place) & Whose;

/** A place that has no number to edit; it may have something to do. */
export interface Place {
  kind: string;
  name?: string;
  text?: string;
  action?: string;
  value?: string;
  /** Of a feature, at the place that is pinned: what the network reads. */
  comesTo?: number;
  parameter?: undefined;
  card?: Card;
}

export type CanvasEvent =
  | Layout
  | { type: 'grips', boxes: Box[] }
  | { type: 'parameters', list: Array<{ name: string, label: string }>, shown: string }
  | { type: 'pick' | 'edited' | 'card' | 'hover' } & Target
  | { type: 'pin', on: boolean, x: number, y: number } // is to be pinned, or let go of
  | { type: 'pinned', on: boolean, text: string } // and is: the place, and what the network answers there
  | { type: 'drawn' }
  | { type: 'failed', text?: string, code?: string };

/** What the program offers. */
export interface Canvas {
  /** Takes a snapshot, and returns what is wrong with it. */
  snapshot(bytes: Uint8Array): string | null;
  theme(name: string): void;
  lang(code: string): void;
  /** Takes all texts: their keys and they themselves in turn, as one string with a NUL between them, which reaches the program in one call. */
  text(table: string): void;
  /** Leaves room free above and below, and below the network alone, in CSS pixels. */
  inset(top: number, bottom: number, dock: number): void;
  /** Makes all of the drawing smaller, for what stands above, at the right and below, in CSS pixels. */
  aside(top: number, right: number, bottom: number): void;
  /** Lights what takes part where a step is gone through, and dims the rest; null: nothing does. */
  light(lit: Lit[] | null): void;
  /** Moves what is chosen, and returns it; "" only returns it. */
  key(key: string): Target;
  /** Draws all so many times as large as usual. */
  zoom(asked: number): void;
  /** Asks to let go of the place that is pinned, and tells whether one is. */
  unpin(): boolean;
  blur(): void;
  edit(editing: boolean): void;
  /** Whether there is a card of what is chosen. */
  card(open: boolean): void;
  photo(done: (width: number, height: number, pixels: Uint8ClampedArray<ArrayBuffer>) => void): void;
  moving(): boolean;
  /** Whether the drawing follows a finger at a place. */
  follows(x: number, y: number): boolean;
  describe(): string;
}

/** What the frame uses of it. */
export type Easel = Omit<Canvas, 'photo'> & { picture(): Promise<Blob> };

declare global {
  var nnplayCanvas: Canvas | undefined;
  var onCanvasReady: ((value?: unknown) => void) | undefined;
  var onCanvasEvent: ((event: CanvasEvent) => void) | undefined;
}
