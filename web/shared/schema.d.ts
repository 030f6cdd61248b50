// The settings as the trainer tells them, once it is read from JSON (nn/experiment,
// SchemaJSON): what controls, tabs, actions and the gallery are made of. Labels and
// the like are keys of texts.

export interface Schema {
  version: number;
  maxLayers: number;
  maxUnits: number;
  architectures: Architecture[];
  groups: Group[];
  presetGroups: string[];
  presets: Preset[];
}

/** A family of networks, with a tab of its own. */
export interface Architecture {
  name: string;
  /** By key, where they differ from those of the first one. */
  defaults: Record<string, string>;
  actions: Action[];
  scores: Score[];
  own: Own[];
  /** How its data run, on a field of 120 x 64: a path, and dots. */
  emblem?: { lines: string, dots: Array<[number, number]> };
}

/** A number by which a family is judged, beside losses and accuracies. */
export interface Score {
  name: string;
  /** More of it is better. */
  more: boolean;
  /** It is a share, from 0 to 1. */
  share: boolean;
  /** It is the loss of one of several networks. */
  loss: boolean;
}

/** How a family takes data of one's own of a kind. */
export interface Own {
  kind: 'points' | 'passage' | 'pictures' | 'table';
  /** The setting that holds them. */
  key: string;
  /** The setting that chooses the data, and the values by which it chooses one's own. */
  choice: string;
  options: string[];
  /** The setting that says how many of them are trained on, in percent; '' if all are. */
  share: string;
  /** It is the family to go to with them from one that does not take them. */
  home: boolean;
}

export interface Group {
  key: string;
  label: string;
  fields: Field[];
}

/** One setting. */
export interface Field {
  key: string;
  kind: 'enum' | 'int' | 'float' | 'bool' | 'list' | 'shape' | 'seed' | 'points' | 'passage' | 'pictures' | 'table' | 'labels' | 'classLabels' | 'plane' | 'weights';
  label: string;
  help: string;
  /** As in links; that of the first architecture. */
  default: string;
  options?: string[];
  /** The setting whose options have the same names. */
  optionsOf?: string;
  min?: number;
  max?: number;
  step?: number;
  scale?: 'linear' | 'log';
  /** Those that are worth trying. */
  values?: number[];
  /** The architectures that have it; all, if it is left out. */
  for?: string[];
  advanced?: boolean;
  restarts: boolean;
  restartsAtZero?: boolean;
  /** It may be a list with one option for each hidden layer. */
  perLayer?: boolean;
  /** A list needs at least one option. */
  notEmpty?: boolean;
}

/** A setting whose value is one of its options, or some of them. */
export type ChoiceField = Field & { options: string[] };

/** A setting whose value is a number. */
export type NumberField = Field & { min: number, max: number };

/** What a reader can do to what is shown that is no setting. */
export interface Action {
  name: string;
  kind: 'button' | 'number' | 'choice' | 'text' | 'sketch';
  label: string;
  default: string;
  options?: string[];
  min?: number;
  max?: number;
  step?: number;
  /** A number can run from its least to its most by itself. */
  sweeps?: boolean;
  /** Seconds after which a button can press itself again and again. */
  every?: number;
  /** Characters of a text. */
  most?: number;
  /** Pixels of a sketch. */
  side?: number;
}

/** An experiment to start with. */
export interface Preset {
  name: string;
  group: string;
  label: string;
  watch: string;
  /** As a run of it tells it. */
  link: string;
  /** The setting or the action that the sentence speaks of, '' for none. */
  show: string;
  /** After how many there is to see what it is about. */
  steps: number;
  /** What is then as good as the goal. */
  metric?: string;
  goal?: number;
}
