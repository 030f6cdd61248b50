// What <nn-play> and the document in its frame say to each other: the trainer's
// messages, but that pictures stay with the canvas, and the frame's own.

import type { Answer, Answers, Command, Frame, FrameAnswer, Metrics } from './protocol.d.ts';

/** What the frame obeys. */
export type Order = Command | Frame.Command;

/** What the frame tells. */
export type Told = Exclude<Answer, FrameAnswer> | Frame.Answer;

/** What answers an order of a type; nothing does, if it stands in no table. */
export type AnswerTo<T extends Order['type']> =
  T extends keyof Answers ? Answers[T] : T extends keyof Frame.Answers ? Frame.Answers[T] : never;

/** An error as it is thrown: the code and the arguments of its text besides. */
export type Failure = Error & { code: string, args?: Record<string, string> };

/** What is left of an order whose type is known, as of those that draw. */
export type Operation<T extends Order['type'], O = Order> = O extends { type: T } ? Omit<O, 'type' | 'id'> : never;

/** What some of what is told has in common. */
export interface Count {
  step?: number | null;
  metrics?: Metrics | null;
}
