// The messages between a page and the programs in workers, the trainer's first.
// Written by go generate ./wasm/protocol from the tables there; do not edit.

/** What an answer repeats of its command. */
export type Id = string | number;

/** Why something cannot be done. */
export interface Refusal {
  /** Names the translation "error.CODE". */
  code: string;
  args: Record<string, string>;
  /** The English sentence. */
  text: string;
}

/** Goes over to the experiment of a link, paused. */
export interface LoadCommand {
  type: 'load';
  id?: Id;
  /** The part of an address behind #. */
  link: string;
}

/** Goes over to the experiment of a link; restarts only if it must. */
export interface RestoreCommand {
  type: 'restore';
  id?: Id;
  /** The part of an address behind #. */
  link: string;
}

/** Changes one setting; restarts only if it must. */
export interface SetCommand {
  type: 'set';
  id?: Id;
  /** Its key, as in links. */
  key: string;
  value: string | number | boolean;
}

/** Makes the changes that are offered for something that goes wrong; goes on as it did. */
export interface MendCommand {
  type: 'mend';
  id?: Id;
  /** The symptom's, as it was told last. At most 64 bytes. */
  code: string;
}

/** Goes on to another seed, the same one after each. */
export interface ReseedCommand {
  type: 'reseed';
  id?: Id;
  /** Of the initial weights alone: the data stay. */
  weights?: boolean;
}

/** Asks for the run as it stands. */
export interface SaveCommand {
  type: 'save';
  id?: Id;
}

/** Goes on from a run that was saved, paused. */
export interface ResumeCommand {
  type: 'resume';
  id?: Id;
  saved: Uint8Array;
}

/** Trains until something stops it. */
export interface PlayCommand {
  type: 'play';
  id?: Id;
}

/** Stops training. */
export interface PauseCommand {
  type: 'pause';
  id?: Id;
}

/** Makes some steps, then pauses. */
export interface StepCommand {
  type: 'step';
  id?: Id;
  /** How many. A whole number from 0 to a thousand million. 1 if it is left out. */
  n?: number;
}

/** Trains to the end of this epoch, then pauses. */
export interface EpochCommand {
  type: 'epoch';
  id?: Id;
}

/** Makes some steps as fast as it can. */
export interface TrainCommand {
  type: 'train';
  id?: Id;
  /** How many. A whole number from 0 to a thousand million. 1 if it is left out. */
  n?: number;
}

/** Goes back to the same initial weights, paused. */
export interface ResetCommand {
  type: 'reset';
  id?: Id;
}

/** Goes to a step that the run has been at, or the nearest one that it can go to, paused, with the settings of then. */
export interface GoToCommand {
  type: 'goTo';
  id?: Id;
  /** From 0. */
  step: number;
}

/** Goes on from here as another run: what it came to later is forgotten, and what was to be changed there. */
export interface ForkCommand {
  type: 'fork';
  id?: Id;
}

/** Leaves out something that is changed on the way, and trains again to where the run is, paused. */
export interface StrikeCommand {
  type: 'strike';
  id?: Id;
  /** At which it is changed. From 0. */
  step: number;
  /** What is changed there, as in links. At most 128 bytes. */
  key: string;
}

/** Sets how fast it plays. */
export interface SpeedCommand {
  type: 'speed';
  id?: Id;
  /** 0: as fast as it can. From 0. */
  stepsPerSecond: number;
}

/** Plays at the experiment's own pace again: in about ten seconds to what there is to see, then faster. */
export interface PaceCommand {
  type: 'pace';
  id?: Id;
}

/** Sets when it stops playing; 0 stands for never. */
export interface StopCommand {
  type: 'stop';
  id?: Id;
  /** The share of right answers that is enough. From 0. At most 1. 0 if it is left out. */
  accuracy?: number;
  /** The steps in which the training loss no longer falls. From 0. 0 if it is left out. */
  flat?: number;
  /** The step at which it stops. From 0. 0 if it is left out. */
  steps?: number;
}

/** Asks for exactly one picture. */
export interface FrameCommand {
  type: 'frame';
  id?: Id;
  /** With all that a canvas needs which has seen nothing. */
  full?: boolean;
}

/** Asks how well it does. */
export interface MetricsCommand {
  type: 'metrics';
  id?: Id;
}

/** Asks for what there is to plot. */
export interface ChartsCommand {
  type: 'charts';
  id?: Id;
}

/** Asks for the loss over a plane in the space of the weights, as far as it is known; each time more is. */
export interface LandscapeCommand {
  type: 'landscape';
  id?: Id;
  /** Over a random plane, not the one in which the run has moved the most. */
  random?: boolean;
  /** Other optimizers, with commas between, which are trained as far from the same start. At most 256 bytes.  if it is left out. */
  beside?: string;
  /** From where the run is now, not when it was asked for first. */
  anew?: boolean;
}

/** Asks for the link with another value of a setting, and does not go over to it. */
export interface LinkCommand {
  type: 'link';
  id?: Id;
  /** Its key, as in links. */
  key: string;
  value: string | number | boolean;
}

/** Asks for all settings and their ranges. */
export interface SchemaCommand {
  type: 'schema';
  id?: Id;
}

/** Asks for a few points of each data set. */
export interface PreviewsCommand {
  type: 'previews';
  id?: Id;
}

/** Asks for the network's outputs. */
export interface PredictCommand {
  type: 'predict';
  id?: Id;
  /** The inputs of each, as numbers. */
  points: string;
}

/** Asks where a number of the last step came from; before any, of the first. */
export interface ExplainCommand {
  type: 'explain';
  id?: Id;
  /** Its name, as in the answer tensors; "" for a number without one. At most 256 bytes. */
  tensor: string;
  /** Where it is in the tensor, as "I,J". At most 64 bytes.  if it is left out. */
  index?: string;
  /** "value", "gradient" or "update"; a value if it is empty. At most 16 bytes.  if it is left out. */
  of?: string;
  /** Whose result it is, where several have one of that name. At most 256 bytes.  if it is left out. */
  program?: string;
  /** Which of the numbers that stood there, as a term says; 0: the one that of means. A whole number from 0. 0 if it is left out. */
  at?: number;
  /** Of the next step, in place of the last one. */
  coming?: boolean;
  /** By the instruction alone, not by the operation that it belongs to. */
  unfold?: boolean;
}

/** Asks how the gradient of a number of that step compares with a finite difference of the loss. */
export interface DifferenceCommand {
  type: 'difference';
  id?: Id;
  /** Its name, as in the answer tensors; "" for a number without one. At most 256 bytes. */
  tensor: string;
  /** Where it is in the tensor, as "I,J". At most 64 bytes.  if it is left out. */
  index?: string;
  /** Whose result it is, where several have one of that name. At most 256 bytes.  if it is left out. */
  program?: string;
  /** Of the next step, in place of the last one. */
  coming?: boolean;
}

/** Asks whose numbers can be asked for. */
export interface TensorsCommand {
  type: 'tensors';
  id?: Id;
  /** Of the next step, in place of the last one. */
  coming?: boolean;
}

/** Asks how the numbers of each tensor are, as the last step has left them. */
export interface InspectCommand {
  type: 'inspect';
  id?: Id;
}

/** Asks for a tensor of that step as a heat map, and how its numbers are distributed. */
export interface HeatCommand {
  type: 'heat';
  id?: Id;
  /** Its name, as in the answer tensors; "" for a number without one. At most 256 bytes. */
  tensor: string;
  /** Whose result it is, where several have one of that name. At most 256 bytes.  if it is left out. */
  program?: string;
}

/** Asks for the stops of a walk through the next step. */
export interface WalkCommand {
  type: 'walk';
  id?: Id;
}

/** Ends that walk: what is shown of a sample is no longer that of the minibatch. */
export interface LeaveCommand {
  type: 'leave';
  id?: Id;
}

/** Asks what is to be seen at a stop of that walk, and shows the sample. */
export interface SightCommand {
  type: 'sight';
  id?: Id;
  /** Counted from 0. A whole number from 0. */
  stop: number;
  /** Of the minibatch, counted from 0. A whole number from 0. */
  sample: number;
  /** The indices of an element of what is made there, with commas between; -1 leaves one to the trainer, nothing all. At most 64 bytes.  if it is left out. */
  index?: string;
}

/** Asks for the data as a table. */
export interface ExportCommand {
  type: 'export';
  id?: Id;
}

/** Measures how fast this trainer is. */
export interface BenchCommand {
  type: 'bench';
  id?: Id;
  /** A name of package workload, "gemm128", "heat", or of this experiment "steps" or "view". */
  workload: string;
}

/** Gives an element of a parameter another value. */
export interface WeightCommand {
  type: 'weight';
  id?: Id;
  /** The parameter's, as in snapshots. */
  name: string;
  /** Where it is in the parameter. A whole number from 0. */
  index: number;
  value: number;
}

/** Makes an element of a parameter stand still, or lets it go. */
export interface FreezeCommand {
  type: 'freeze';
  id?: Id;
  /** The parameter's, as in snapshots. */
  name: string;
  /** Where it is in the parameter. A whole number from 0. */
  index: number;
  frozen: boolean;
}

/** Switches a part of the network off for whoever looks at it, or on: training goes on as if nothing was off. */
export interface AblateCommand {
  type: 'ablate';
  id?: Id;
  /** A result's name, a layer's or a parameter's; "": all that is off, to be switched on. At most 256 bytes. */
  tensor: string;
  /** An element of the part, counted from 1 in what one sample has of the tensor; 0: all of it. A whole number from 0. 0 if it is left out. */
  element?: number;
  /** Which part it is, counted from 1; 0: that of the element. A whole number from 0. 0 if it is left out. */
  part?: number;
  off: boolean;
}

/** Asks how well the network does without a part, whatever is off. */
export interface WorthCommand {
  type: 'worth';
  id?: Id;
  /** A result's name, a layer's or a parameter's; "": all that is off, to be switched on. At most 256 bytes. */
  tensor: string;
  /** An element of the part, counted from 1 in what one sample has of the tensor; 0: all of it. A whole number from 0. 0 if it is left out. */
  element?: number;
  /** Which part it is, counted from 1; 0: that of the element. A whole number from 0. 0 if it is left out. */
  part?: number;
}

/** Does what is neither a setting nor a parameter: shows another sample, draws a digit. */
export interface ActCommand {
  type: 'act';
  id?: Id;
  /** The action's. */
  name: string;
  /** At most 65536 bytes. */
  value: string | number | boolean;
}

/** Shows the space as two units of a hidden layer see it. */
export interface WarpCommand {
  type: 'warp';
  id?: Id;
  /** Counted from 1; 0: none. A whole number from 0. At most 64. */
  layer: number;
  /** A unit of it, counted from 0. A whole number from 0. At most 64. */
  first: number;
  /** A whole number from 0. At most 64. */
  second: number;
}

/** Shows the value of every unit at a place of the data's space, or no longer. */
export interface PinCommand {
  type: 'pin';
  id?: Id;
  on: boolean;
  /** In the units of the data; what is out of the picture becomes its edge. 0 if it is left out. */
  x?: number;
  /** Without effect where there is one input. 0 if it is left out. */
  y?: number;
}

/** Shows a parameter by itself, in place of the network. */
export interface ShowCommand {
  type: 'show';
  id?: Id;
  /** The tensor's; "": the network. At most 256 bytes. */
  name: string;
}

/** Asks for the points of one's own, and what can be undone. */
export interface PointsCommand {
  type: 'points';
  id?: Id;
}

/** Adds points. */
export interface DrawAddCommand {
  type: 'draw';
  op: 'add';
  id?: Id;
  /** "x,y,v;x,y,v", v being a class or a value. At most 65536 bytes. */
  value: string;
  /** It is undone together with what was before it. */
  more?: boolean;
}

/** Erases the points within a distance of a place. */
export interface DrawEraseCommand {
  type: 'draw';
  op: 'erase';
  id?: Id;
  /** "x,y,r;x,y,r", r being the distance. At most 65536 bytes. */
  value: string;
  /** It is undone together with what was before it. */
  more?: boolean;
}

/** Erases all points. */
export interface DrawClearCommand {
  type: 'draw';
  op: 'clear';
  id?: Id;
}

export interface DrawUndoCommand {
  type: 'draw';
  op: 'undo';
  id?: Id;
}

export interface DrawRedoCommand {
  type: 'draw';
  op: 'redo';
  id?: Id;
}

/** Takes the points of another data set. */
export interface DrawFromCommand {
  type: 'draw';
  op: 'from';
  id?: Id;
  /** The data set's name. */
  value: string;
}

/** Takes a drawing. */
export interface DrawTakeCommand {
  type: 'draw';
  op: 'take';
  id?: Id;
  /** Its text, as in links. */
  value: string;
  /** What its inputs are called, a line each.  if it is left out. */
  names?: string;
  /** What its classes are called, a line each.  if it is left out. */
  classes?: string;
}

/** Takes a text; its end is held back, where all trained before. */
export interface PassageCommand {
  type: 'passage';
  id?: Id;
  /** At most 1048576 bytes. */
  text: string;
}

/** Asks what is known of the rows, column by column. */
export interface ColumnsCommand {
  type: 'columns';
  id?: Id;
  /** With the rows, as a file. */
  full?: boolean;
}

/** Makes rows the data, of all their inputs, with the settings that suit a table. */
export interface TableTakeCommand {
  type: 'table';
  op: 'take';
  id?: Id;
  /** The rows, as a file of package rows. At most 41943040 bytes. */
  rows: Uint8Array;
}

/** Brings back the rows that the link means; all else stays. */
export interface TableBackCommand {
  type: 'table';
  op: 'back';
  id?: Id;
  /** The rows, as a file of package rows. At most 41943040 bytes. */
  rows: Uint8Array;
}

/** Asks for the classes of one's own images, and what can be undone. */
export interface AlbumCommand {
  type: 'album';
  id?: Id;
  /** With the images, as a file. */
  full?: boolean;
}

/** Asks for some pictures of a class. */
export interface PicturesCommand {
  type: 'pictures';
  id?: Id;
  /** The class, counted from 0. A whole number from 0. */
  index: number;
  /** A whole number from 0. */
  first: number;
  /** How many, as far as there are. A whole number from 0. */
  n: number;
}

/** Adds a picture to a class. */
export interface ImagesDrawCommand {
  type: 'images';
  op: 'draw';
  id?: Id;
  /** The class, counted from 0. A whole number from 0. */
  index: number;
  /** The levels of its pixels, two hexadecimal digits each. */
  value: string;
}

/** Adds the classes and pictures of another album. */
export interface ImagesMergeCommand {
  type: 'images';
  op: 'merge';
  id?: Id;
  /** The album, as a file. */
  bytes: Uint8Array;
}

/** Takes another album in place of this one. */
export interface ImagesTakeCommand {
  type: 'images';
  op: 'take';
  id?: Id;
  /** The album, as a file. */
  bytes: Uint8Array;
}

export interface ImagesAddClassCommand {
  type: 'images';
  op: 'addClass';
  id?: Id;
  /** The class's name. */
  value: string;
}

/** Gives a class another name. */
export interface ImagesRenameCommand {
  type: 'images';
  op: 'rename';
  id?: Id;
  /** The class, counted from 0. A whole number from 0. */
  index: number;
  /** The class's name. */
  value: string;
}

export interface ImagesRemoveClassCommand {
  type: 'images';
  op: 'removeClass';
  id?: Id;
  /** The class, counted from 0. A whole number from 0. */
  index: number;
}

/** Removes a picture of a class. */
export interface ImagesRemoveCommand {
  type: 'images';
  op: 'remove';
  id?: Id;
  /** The class, counted from 0. A whole number from 0. */
  index: number;
  /** Which one, counted from 0. A whole number from 0. */
  n: number;
}

/** Removes all pictures. */
export interface ImagesClearCommand {
  type: 'images';
  op: 'clear';
  id?: Id;
}

export interface ImagesUndoCommand {
  type: 'images';
  op: 'undo';
  id?: Id;
}

export interface ImagesRedoCommand {
  type: 'images';
  op: 'redo';
  id?: Id;
}

/** It obeys. */
export interface ReadyAnswer {
  type: 'ready';
  id?: Id;
  /** Whether this browser has WebAssembly SIMD; without it the interpreter trains. */
  simd: boolean;
}

/** How far the download of a program is, from whoever downloads it. */
export interface LoadingAnswer {
  type: 'loading';
  id?: Id;
  /** "trainer" or "canvas". */
  part: string;
  /** In bytes. */
  loaded: number;
  /** In bytes. */
  total: number;
}

/** A command was not obeyed, or something went wrong. */
export interface ErrorAnswer {
  type: 'error';
  id?: Id;
  /** Names the translation "error.CODE". */
  code: string;
  /** Fill its {placeholders}. */
  args: Record<string, string>;
  /** The English sentence. */
  text: string;
  /** The program has ended. */
  fatal?: boolean;
}

/** Tells of something in a link, or in a changed setting, that was not taken as it stood. */
export interface Notice {
  /** Names the translation "notice.CODE". */
  code: string;
  args: Record<string, string>;
  /** The English sentence. */
  text: string;
}

/** What is changed on the way, once. */
export interface LoggedChange {
  /** The steps that are made before. */
  step: number;
  /** A setting's, or a weight's, as in links: hidden1.weight.0.1, or freeze.hidden1.weight.0.1. */
  key: string;
  /** The value of before; "" where it is not known. */
  was: string;
  value: string;
}

/** What can be switched off. */
export interface Part {
  /** A result's name, or a parameter's. */
  tensor: string;
  /** Which unit, channel or head, or which element of the parameter, from 0; -1: all. */
  at: number;
  /** Where that is; nothing for all. */
  index: Array<number>;
  /** What those indices count. */
  dimensions: Array<string>;
}

/** The experiment, whenever it has changed. */
export interface StateAnswer {
  type: 'state';
  id?: Id;
  link: string;
  /** The values of all settings by key. */
  spec: Record<string, string>;
  /** By key, "" or why the setting does nothing at the moment. */
  applies: Record<string, string>;
  /** What the experiment is: a phrase of shared/phrase.js, as JSON. */
  description: string;
  /** By key, the value that is used where a choice is left to the data. */
  effective: Record<string, string>;
  /** By key, what the setting has come to in this run: symbols and numbers. */
  facts: Record<string, string>;
  /** By name, what an action takes: phrases of shared/phrase.js, as JSON. */
  takes: Record<string, string>;
  /** What was not taken as it stood. */
  notices: Array<Notice>;
  /** Training begins anew. */
  restarted: boolean;
  /** Weights were set or frozen since the start. */
  edited: boolean;
  /** The link tells all: in as many steps it leads to the same weights. */
  told: boolean;
  /** What is changed on the way, the first of it where that is long. */
  log: Array<LoggedChange>;
  /** The steps a second with which its own pace begins. */
  pace: number;
  /** Whether it goes on by itself. */
  playing: boolean;
  /** The steps made so far. */
  step: number;
  /** The training loss of the best answer that is always the same; null where it has no meaning. */
  guess: number | null;
  /** The earliest step that the run can go to. */
  from: number;
  /** The latest one. */
  to: number;
  /** By the names of results, how many parts of each can be switched off. */
  parts: Record<string, number>;
  /** What is switched off. */
  off: Array<Part>;
}

/** Whether it goes on by itself. */
export interface PlayingAnswer {
  type: 'playing';
  id?: Id;
  /** Whether it goes on by itself. */
  playing: boolean;
  /** The steps made so far. */
  step: number;
}

/** Steps were made, and it has paused. */
export interface SteppedAnswer {
  type: 'stepped';
  id?: Id;
  /** Whether it goes on by itself. */
  playing: boolean;
  /** The steps made so far. */
  step: number;
}

/** What else a family measures. */
export interface Score {
  name: string;
  value: number | null;
}

/** How well a network does. What does not apply is null. */
export interface Metrics {
  step: number;
  /** The latest step that the run can go to. */
  to: number;
  /** Passes over the training data. */
  epoch: number | null;
  trainLoss: number | null;
  testLoss: number | null;
  /** A share of the test data, as all below. */
  accuracy: number | null;
  trainAccuracy: number | null;
  precision: number | null;
  recall: number | null;
  f1: number | null;
  auc: number | null;
  r2: number | null;
  /** Rows are true classes, columns predicted ones. */
  confusion: Array<Array<number>> | null;
  scores: Array<Score>;
  /** Of the weights; left out while it plays. */
  fingerprint?: string;
}

/** Steps were made. */
export interface TrainedAnswer {
  type: 'trained';
  id?: Id;
  metrics: Metrics;
}

/** When it stops playing; 0 stands for never. */
export interface StopsAnswer {
  type: 'stops';
  id?: Id;
  accuracy: number;
  flat: number;
  steps: number;
}

/** A condition for stopping came true. */
export interface StoppedAnswer {
  type: 'stopped';
  id?: Id;
  /** Which one, as in stops; names the translation "stopped.REASON". */
  reason: string;
  /** Fill its {placeholders}. */
  args: Record<string, string>;
  /** The English sentence. */
  text: string;
  /** Whether it goes on by itself. */
  playing: boolean;
  /** The steps made so far. */
  step: number;
}

/** The weights are no longer numbers; it has stopped playing. */
export interface DivergedAnswer {
  type: 'diverged';
  id?: Id;
  /** What is no longer a number. */
  tensor: string;
  /** Since when. */
  step: number;
  /** What may be the reason, by code. */
  causes: Array<string>;
  /** One that may do. */
  learningRate: number | null;
  /** Whether it goes on by itself. */
  playing: boolean;
}

/** A setting and another value of it. */
export interface Change {
  key: string;
  value: string;
}

/** Changes of settings that mend it, which the command mend makes. */
export interface Remedy {
  /** Names the translation "remedy.CODE", of the first value. */
  code: string;
  changes: Array<Change>;
  /** Training has to begin anew for it. */
  reset: boolean;
}

/** Something that goes wrong in a run that goes on. */
export interface Symptom {
  /** Names the translations "symptom.CODE", what was seen, and "why.CODE". */
  code: string;
  /** Fill its {placeholders}. */
  args: Record<string, string>;
  remedy: Remedy | null;
}

/** What goes wrong, the most telling first, whenever that has changed. */
export interface SymptomsAnswer {
  type: 'symptoms';
  id?: Id;
  symptoms: Array<Symptom>;
}

/** A picture. */
export interface FrameAnswer {
  type: 'frame';
  id?: Id;
  /** What a canvas does not know yet, for wasm/wire; null: there is nothing. */
  snapshot: ArrayBuffer | null;
  /** Null while they take too much of the time. */
  metrics: Metrics | null;
  /** Those without what is switched off; null too where nothing is. */
  without: Metrics | null;
  step: number | null;
  playing: boolean;
  /** It goes on without another command. */
  busy: boolean;
}

/** How well it does. */
export interface MetricsAnswer {
  type: 'metrics';
  id?: Id;
  metrics: Metrics;
}

/** What there is to plot. */
export interface ChartsAnswer {
  type: 'charts';
  id?: Id;
  /** As JSON. */
  charts: string;
}

/** The loss over a plane in the space of the weights, as far as it is known. */
export interface LandscapeAnswer {
  type: 'landscape';
  id?: Id;
  /** As the answer charts, with this one alone. */
  chart: string;
  /** Where the run was when the plane was chosen. */
  step: number;
  /** The share of how far the ways spread that lies in the plane, 0 to 1; null of a random one, or while there is none. */
  explained: number | null;
  /** The share of the work that is left, 0 to 1. */
  left: number;
}

/** A link. */
export interface LinkAnswer {
  type: 'link';
  id?: Id;
  /** The part of an address behind #. */
  link: string;
  /** In how many seconds its reader is about where the run is now; null if nothing was trained here. */
  replay: number | null;
}

/** All settings and their ranges. */
export interface SchemaAnswer {
  type: 'schema';
  id?: Id;
  json: string;
}

/** A data set, and which of the points are of it. */
export interface PreviewSet {
  name: string;
  /** "classification" or "regression". */
  problem: string;
  inputs: number;
  classes: number;
  /** The first of its points. */
  from: number;
  count: number;
}

/** A few points of each data set. */
export interface PreviewsAnswer {
  type: 'previews';
  id?: Id;
  sets: Array<PreviewSet>;
  /** Float32 (points, 3): x and y, 0 to 1 from the lower left, and the class or the target. */
  points: ArrayBuffer;
}

/** The network's outputs. */
export interface PredictedAnswer {
  type: 'predicted';
  id?: Id;
  /** A row a point; null for what is no finite number. */
  outputs: Array<Array<number | null>>;
}

/** Names a number, so that it can be asked for. */
export interface NumberRef {
  /** Its name; "" for a number without one. */
  tensor: string;
  /** Where it is in the tensor; its place in the arena if that has no name. */
  index: Array<number>;
  /** "value", "gradient" or "update". */
  of: string;
  /** Whose result it is; "" for what lasts. */
  program: string;
  /** Tells it from the other numbers that stood in its place; 0: it is none. */
  at: number;
  value: number;
  /** The kind of operation, of what has no name, that made it. */
  operation: string;
}

/** A number that another one was made of. */
export interface Term {
  /** Its name; "" for a number without one. */
  tensor: string;
  /** Where it is in the tensor; its place in the arena if that has no name. */
  index: Array<number>;
  /** "value", "gradient" or "update". */
  of: string;
  /** Whose result it is; "" for what lasts. */
  program: string;
  /** Tells it from the other numbers that stood in its place; 0: it is none. */
  at: number;
  value: number;
  /** The kind of operation, of what has no name, that made it. */
  operation: string;
  factor: number;
  /** The numbers that the factor is made of. */
  with: Array<NumberRef>;
}

/** Stands for the smaller ones of many terms. */
export interface Rest {
  count: number;
  /** What they come to, of a sum. */
  value: number;
}

/** Tells how a number was made. */
export interface Explanation {
  /** Its name; "" for a number without one. */
  tensor: string;
  /** Where it is in the tensor; its place in the arena if that has no name. */
  index: Array<number>;
  /** "value", "gradient" or "update". */
  of: string;
  /** Whose result it is; "" for what lasts. */
  program: string;
  /** Tells it from the other numbers that stood in its place; 0: it is none. */
  at: number;
  value: number;
  /** The kind of operation, of what has no name, that made it. */
  operation: string;
  /** How the terms make the value: "sum" of factor times value, in this order; "map", "maximum", "minimum", "softmax" or "norm", where a factor is a slope; "drawn" or "given". */
  kind: string;
  /** The operations that it belongs to, the outermost first. */
  marks: Array<string>;
  /** "before", "data", "forward", "loss", "backward", "update" or "beside". */
  phase: string;
  /** The formula, in Unicode. */
  symbols: string;
  latex: string;
  /** That with #1 in place of the first term's value, and so on; "" where there is none. */
  pattern: string;
  terms: Array<Term>;
  /** Null: these are all terms. */
  rest: Rest | null;
  /** By what, of what no instruction has written. */
  given: string;
}

/** Where a number came from. */
export interface ExplainedAnswer {
  type: 'explained';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  explanation: Explanation;
}

/** What becomes of the loss when a number is changed by a little, both ways. */
export interface Difference {
  loss: NumberRef;
  /** By how much the number was changed. */
  by: number;
  /** The loss with the number less by so much. */
  below: number;
  /** And more. */
  above: number;
  slope: number;
  /** As it was computed on the way back. */
  gradient: NumberRef;
  /** "agrees"; "kink", where the difference is no slope; "cut", where the loss depends on it by a way that the gradient does not go. */
  verdict: string;
}

/** How a gradient compares with a finite difference. */
export interface DifferenceAnswer {
  type: 'difference';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  difference: Difference;
}

/** Something whose numbers can be asked for. */
export interface NamedTensor {
  name: string;
  /** Whose result it is; "" for what lasts. */
  program: string;
  /** "metric", "parameter", "state", "input", "hyper-parameter" or "result". */
  role: string;
  shape: Array<number>;
  /** What they are. */
  dimensions: Array<string>;
  /** Its elements have one. */
  gradient: boolean;
  /** It lasts, or is a result of a training step, not of what looks on. */
  inStep: boolean;
}

/** Whose numbers can be asked for. */
export interface TensorsAnswer {
  type: 'tensors';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  tensors: Array<NamedTensor>;
}

/** How the numbers of a tensor are. */
export interface TensorSummary {
  name: string;
  /** Whose result it is; "" for what lasts. */
  program: string;
  /** "metric", "parameter", "state", "input", "hyper-parameter" or "result". */
  role: string;
  shape: Array<number>;
  /** What they are. */
  dimensions: Array<string>;
  /** Its elements have one. */
  gradient: boolean;
  /** It lasts, or is a result of a training step, not of what looks on. */
  inStep: boolean;
  mean: number;
  /** The standard deviation. */
  deviation: number;
  /** The share of zeros, 0 to 1. */
  zeros: number;
  /** The largest in size, with its sign. */
  largest: number;
  /** Where that is. */
  at: Array<number>;
  /** Of its gradient; null: it has none. */
  norm: number | null;
  /** How many parts of it can be switched off, but for single weights. */
  parts: number;
}

/** How the numbers of each tensor are. */
export interface InspectedAnswer {
  type: 'inspected';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  tensors: Array<TensorSummary>;
}

/** A tensor as a heat map, and how its numbers are distributed. */
export interface HeatAnswer {
  type: 'heat';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  /** All dimensions but the last; of many some are left out, evenly. */
  rows: number;
  columns: number;
  /** Uint8 (rows, columns): 128 is 0, 255 and 1 are the scale and its opposite. */
  levels: ArrayBuffer;
  scale: number;
  /** The least value. */
  from: number;
  /** The largest one. */
  to: number;
  /** How many values are in each of the bins between, which are equally wide. */
  counts: Array<number>;
  /** How many are not finite. */
  odd: number;
}

/** A tensor that is made at a stop, or whose gradients or new values are. */
export interface Made {
  tensor: string;
  /** "value", "gradient" or "update". */
  of: string;
  shape: Array<number>;
  dimensions: Array<string>;
}

/** A place on the walk through a step: what one layer makes at a station. */
export interface Stop {
  /** "data", "forward", "activation", "loss", "backward", "gradients" or "update". */
  station: string;
  /** In which of the programs that the step ran, from 0: a player's turn, a try of a line search. */
  turn: number;
  /** Its name. */
  program: string;
  /** Whose tensors these are; "" for none. */
  layer: string;
  /** Of a sequence, from 0; -1 where there is none. */
  time: number;
  /** The kind of what is made; "" for none. */
  operation: string;
  /** How many the minibatch has. */
  samples: number;
  /** Which of the tensors is gone through. */
  main: number;
  tensors: Array<Made>;
}

/** The stops of a walk through a step, in the order in which its numbers are made. */
export interface WalkAnswer {
  type: 'walk';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  stops: Array<Stop>;
}

/** A number that takes part, as the canvas knows it. */
export interface Lit {
  /** "" for a unit. */
  parameter: string;
  layer: string;
  /** Which of the layer's it is, without the time that a name tells. */
  tensor: string;
  /** Of the parameter, or of the tensor, row by row, without samples and times. */
  element: number;
  /** Of a sequence, or the position in it, from 0; -1 where there is none. */
  time: number;
  value: number;
  /** What of it that is: "value", "gradient" or "update". */
  of: string;
  /** "result"; "term" or "factor" of it; "other". */
  as: string;
}

/** What is to be seen at a stop, of one element. */
export interface Sight {
  /** It, in the stop's main tensor. */
  index: Array<number>;
  /** The dimensions along which others lie of the same sample and time. */
  free: Array<number>;
  /** How it was made, and its like in the other tensors, in the stop's order. */
  told: Array<Explanation>;
  /** Its value for each sample, of up to 64; none of what is no sample's. */
  samples: Array<number>;
  lit: Array<Lit>;
}

/** What is to be seen at a stop, of an element of what is made there. */
export interface SightAnswer {
  type: 'sight';
  id?: Id;
  /** The step that is told of, the first is 1. */
  step: number;
  sight: Sight;
  /** Whether the picture is another one now: that of the sample. */
  shows: boolean;
}

/** What is switched off. */
export interface AblatedAnswer {
  type: 'ablated';
  id?: Id;
  off: Array<Part>;
  metrics: Metrics;
  /** Those without it; null where nothing is off. */
  without: Metrics | null;
}

/** How well the network does without a part. */
export interface WorthAnswer {
  type: 'worth';
  id?: Id;
  part: Part;
  /** With it. */
  metrics: Metrics;
  without: Metrics;
}

/** The data as a table. */
export interface ExportAnswer {
  type: 'export';
  id?: Id;
  csv: string;
  /** For a file. */
  name: string;
}

/** The run as it stands. */
export interface SavedAnswer {
  type: 'saved';
  id?: Id;
  /** Null if it keeps more than can be saved. */
  saved: ArrayBuffer | null;
  link: string;
  step: number;
  edited: boolean;
}

/** How fast this trainer is; which fields there are depends on the workload. */
export interface BenchAnswer {
  type: 'bench';
  id?: Id;
  workload: string;
  milliseconds?: number;
  stepsPerSecond?: number;
  samplesPerSecond?: number;
  gflops?: number;
  units?: number;
  /** The loss before training. */
  before?: number;
  after?: number;
  moduleBytes?: number;
  firstCompileMilliseconds?: number;
  compileMilliseconds?: number;
  firstOpenMilliseconds?: number;
  openMilliseconds?: number;
}

/** What is said of what is shown. */
export interface Caption {
  /** Of the translations canvas.KEY, its title, and said.KEY. */
  key: string;
  args: Record<string, string>;
  number: number;
  /** Of the captions that follow each other. */
  count: number;
  turn: number;
  /** How often this one comes before the next does. */
  turns: number;
}

/** What an action has come to. */
export interface ActedAnswer {
  type: 'acted';
  id?: Id;
  /** The action's. */
  name: string;
  texts: Record<string, string>;
  numbers: Record<string, Array<number | null>>;
  caption: Caption | null;
}

/** Which space is shown. */
export interface WarpedAnswer {
  type: 'warped';
  id?: Id;
  layer: number;
  first: number;
  second: number;
}

/** At which place the value of every unit is shown. */
export interface PinnedAnswer {
  type: 'pinned';
  id?: Id;
  /** There is one. */
  on: boolean;
  x: number;
  y: number;
}

/** Which parameter is shown by itself. */
export interface ShownAnswer {
  type: 'shown';
  id?: Id;
  /** The tensor's; "": the network. */
  name: string;
}

/** The points of one's own. */
export interface PointsAnswer {
  type: 'points';
  id?: Id;
  /** Float32 (n, 3): x, y, and the class or the value. */
  points: ArrayBuffer;
  /** How many of them are held back for testing. */
  held: number;
  /** The link holds them. */
  carried: boolean;
  /** How many changes can be undone. */
  undo: number;
  /** How many can be made again. */
  redo: number;
}

/** An input of the network. */
export interface RowInput {
  name: string;
  /** Of the table: the inputs that its categories have become share it. */
  column: string;
  /** "number", "date" or, 1 for its category and else 0, "category". */
  kind: string;
  low: number;
  high: number;
  /** Of the rows that train; null where others are learned from. */
  mean: number | null;
}

/** The rows of a table of one's own. */
export interface ColumnsAnswer {
  type: 'columns';
  id?: Id;
  columns: Array<RowInput>;
  targets: Array<string>;
  /** Null where the targets are values. */
  classes: Array<string> | null;
  rows: number;
  /** The two inputs that are shown, by their numbers: the setting. */
  plane: string;
  /** What the link says of them. */
  text: string;
  /** The link holds them. */
  carried: boolean;
  /** In a full answer. */
  file?: ArrayBuffer;
}

/** A class of images. */
export interface AlbumClass {
  name: string;
  count: number;
}

/** The images of one's own. */
export interface AlbumAnswer {
  type: 'album';
  id?: Id;
  classes: Array<AlbumClass>;
  /** What the link says of them. */
  text: string;
  /** The link holds them. */
  carried: boolean;
  mostClasses: number;
  /** Of an image, in pixels. */
  side: number;
  /** How many changes can be undone. */
  undo: number;
  /** How many can be made again. */
  redo: number;
  /** For a file. */
  name: string;
  /** In a full answer. */
  file?: ArrayBuffer;
}

/** Some pictures of a class. */
export interface PicturesAnswer {
  type: 'pictures';
  id?: Id;
  /** The class. */
  index: number;
  first: number;
  /** A byte of 0 to 15 a pixel. */
  pictures: ArrayBuffer;
}

export type Command =
  | LoadCommand
  | RestoreCommand
  | SetCommand
  | MendCommand
  | ReseedCommand
  | SaveCommand
  | ResumeCommand
  | PlayCommand
  | PauseCommand
  | StepCommand
  | EpochCommand
  | TrainCommand
  | ResetCommand
  | GoToCommand
  | ForkCommand
  | StrikeCommand
  | SpeedCommand
  | PaceCommand
  | StopCommand
  | FrameCommand
  | MetricsCommand
  | ChartsCommand
  | LandscapeCommand
  | LinkCommand
  | SchemaCommand
  | PreviewsCommand
  | PredictCommand
  | ExplainCommand
  | DifferenceCommand
  | TensorsCommand
  | InspectCommand
  | HeatCommand
  | WalkCommand
  | LeaveCommand
  | SightCommand
  | ExportCommand
  | BenchCommand
  | WeightCommand
  | FreezeCommand
  | AblateCommand
  | WorthCommand
  | ActCommand
  | WarpCommand
  | PinCommand
  | ShowCommand
  | PointsCommand
  | DrawAddCommand
  | DrawEraseCommand
  | DrawClearCommand
  | DrawUndoCommand
  | DrawRedoCommand
  | DrawFromCommand
  | DrawTakeCommand
  | PassageCommand
  | ColumnsCommand
  | TableTakeCommand
  | TableBackCommand
  | AlbumCommand
  | PicturesCommand
  | ImagesDrawCommand
  | ImagesMergeCommand
  | ImagesTakeCommand
  | ImagesAddClassCommand
  | ImagesRenameCommand
  | ImagesRemoveClassCommand
  | ImagesRemoveCommand
  | ImagesClearCommand
  | ImagesUndoCommand
  | ImagesRedoCommand;

export type Answer =
  | ReadyAnswer
  | LoadingAnswer
  | ErrorAnswer
  | StateAnswer
  | PlayingAnswer
  | SteppedAnswer
  | TrainedAnswer
  | StopsAnswer
  | StoppedAnswer
  | DivergedAnswer
  | SymptomsAnswer
  | FrameAnswer
  | MetricsAnswer
  | ChartsAnswer
  | LandscapeAnswer
  | LinkAnswer
  | SchemaAnswer
  | PreviewsAnswer
  | PredictedAnswer
  | ExplainedAnswer
  | DifferenceAnswer
  | TensorsAnswer
  | InspectedAnswer
  | HeatAnswer
  | WalkAnswer
  | SightAnswer
  | AblatedAnswer
  | WorthAnswer
  | ExportAnswer
  | SavedAnswer
  | BenchAnswer
  | ActedAnswer
  | WarpedAnswer
  | PinnedAnswer
  | ShownAnswer
  | PointsAnswer
  | ColumnsAnswer
  | AlbumAnswer
  | PicturesAnswer;

/** By the type of a command, what it is answered by. */
export interface Answers {
  load: StateAnswer;
  restore: StateAnswer;
  set: StateAnswer;
  mend: StateAnswer;
  reseed: StateAnswer;
  save: SavedAnswer;
  resume: StateAnswer;
  play: PlayingAnswer;
  pause: PlayingAnswer;
  step: SteppedAnswer;
  epoch: SteppedAnswer;
  train: TrainedAnswer;
  reset: StateAnswer;
  goTo: StateAnswer;
  fork: StateAnswer;
  strike: StateAnswer;
  stop: StopsAnswer;
  frame: FrameAnswer;
  metrics: MetricsAnswer;
  charts: ChartsAnswer;
  landscape: LandscapeAnswer;
  link: LinkAnswer;
  schema: SchemaAnswer;
  previews: PreviewsAnswer;
  predict: PredictedAnswer;
  explain: ExplainedAnswer;
  difference: DifferenceAnswer;
  tensors: TensorsAnswer;
  inspect: InspectedAnswer;
  heat: HeatAnswer;
  walk: WalkAnswer;
  sight: SightAnswer;
  export: ExportAnswer;
  bench: BenchAnswer;
  weight: StateAnswer;
  freeze: StateAnswer;
  ablate: AblatedAnswer;
  worth: WorthAnswer;
  act: ActedAnswer;
  warp: WarpedAnswer;
  pin: PinnedAnswer;
  show: ShownAnswer;
  points: PointsAnswer;
  draw: StateAnswer;
  passage: StateAnswer;
  columns: ColumnsAnswer;
  table: StateAnswer;
  album: AlbumAnswer;
  pictures: PicturesAnswer;
  images: StateAnswer;
}

/** The document in the frame of <nn-play>, which obeys these commands itself. */
export namespace Frame {

  /** Chooses the colors. */
  export interface ThemeCommand {
    type: 'theme';
    id?: Id;
    /** "auto", "light" or "dark". */
    value: string;
  }

  /** Chooses the language. */
  export interface LangCommand {
    type: 'lang';
    id?: Id;
    /** Its tag, which names its folder in web/i18n: "en". */
    value: string;
  }

  /** Chooses what the reader cannot change. */
  export interface LockedCommand {
    type: 'locked';
    id?: Id;
    /** "all", or keys of settings and "weights", between spaces. */
    value: string;
  }

  /** Chooses how large all is drawn. */
  export interface ZoomCommand {
    type: 'zoom';
    id?: Id;
    /** How many times as large as usual, from "1" to "2". */
    value: string;
  }

  /** Goes slowly through the step that comes, beside the drawing, or no longer. */
  export interface ThroughCommand {
    type: 'through';
    id?: Id;
    /** "open" or "close". */
    value: string;
  }

  /** Chooses whether numbers on the drawing can be asked where they come from: the host tells. */
  export interface NumbersCommand {
    type: 'numbers';
    id?: Id;
    /** "1", or "" for no. */
    value: string;
  }

  /** Asks for what the canvas shows. */
  export interface ScreenshotCommand {
    type: 'screenshot';
    id?: Id;
  }

  /** Reads files, which become the data. */
  export interface OpenCommand {
    type: 'open';
    id?: Id;
    files: Array<File>;
    /** What the picture in each is of, a line each. */
    classes: string;
  }

  /** What a frame tells beside its picture. */
  export interface ProgressAnswer {
    type: 'progress';
    id?: Id;
    /** Null while they take too much of the time. */
    metrics: Metrics | null;
    step: number | null;
    playing: boolean;
    /** It goes on without another command. */
    busy: boolean;
  }

  /** Whether a step is gone through. */
  export interface ThroughAnswer {
    type: 'through';
    id?: Id;
    on: boolean;
  }

  /** Somebody wants to know where a number comes from. */
  export interface AskedAnswer {
    type: 'asked';
    id?: Id;
    /** A parameter's name, a result's or a layer's. */
    tensor: string;
    /** Which element of it, in what one sample has, from 0. */
    element: number;
    /** "value", "gradient" or "update". */
    of: string;
  }

  /** What happened on the canvas. */
  export interface CanvasAnswer {
    type: 'canvas';
    id?: Id;
    event: unknown;
  }

  /** What the canvas shows. */
  export interface ScreenshotAnswer {
    type: 'screenshot';
    id?: Id;
    /** A PNG. */
    picture: Blob;
  }

  /** Tells how a table, or a text, was understood. */
  export interface FileRemark {
    /** Names the translation "table.CODE", of a text "passage.CODE". */
    code: string;
    /** What stands for its {names}. */
    args: Record<string, string>;
    /** The sentence in English. */
    text: string;
    /** Somebody should look at it. */
    warning: boolean;
  }

  /** A picture that was not read. */
  export interface RefusedFile {
    name: string;
    /** Names the translation "error.CODE". */
    code: string;
    text: string;
  }

  /** What files have become. */
  export interface OpenedAnswer {
    type: 'opened';
    id?: Id;
    /** "table", "pictures" or "text". */
    kind: string;
    /** Rows, pictures or characters. */
    count: number;
    /** The columns of a table that are inputs. */
    inputs: Array<string>;
    /** Those that are learned. */
    targets: Array<string>;
    /** Null: there are none. */
    classes: Array<string> | null;
    /** What was understood, left out or changed; warnings first. */
    notices: Array<FileRemark>;
    refused: Array<RefusedFile>;
  }

  export type Command =
    | ThemeCommand
    | LangCommand
    | LockedCommand
    | ZoomCommand
    | ThroughCommand
    | NumbersCommand
    | ScreenshotCommand
    | OpenCommand;

  export type Answer =
    | ProgressAnswer
    | ThroughAnswer
    | AskedAnswer
    | CanvasAnswer
    | ScreenshotAnswer
    | OpenedAnswer;

  /** By the type of a command, what it is answered by. */
  export interface Answers {
    screenshot: ScreenshotAnswer;
    open: OpenedAnswer;
  }
}

/** The program of the charts. */
export namespace Plots {

  /** Draws a chart. */
  export interface DrawCommand {
    type: 'draw';
    id?: Id;
    /** The chart and its format, as JSON. At most 8388608 bytes. */
    request: string;
  }

  /** A chart. */
  export interface DrawnAnswer {
    /** An SVG or a CSV. */
    file: string;
    /** Where its data are in the SVG: left, top, right, bottom. */
    box: Array<number>;
    /** The ends of its axes: least x, greatest x, least y, greatest y. */
    range: Array<number>;
  }

  export type Command =
    | DrawCommand;

  export type Answer =
    | DrawnAnswer;

  /** By the type of a command, what it is answered by. */
  export interface Answers {
    draw: DrawnAnswer;
  }
}

/** The reader of tables. */
export namespace Tables {

  /** Reads a table. */
  export interface ReadCommand {
    type: 'read';
    id?: Id;
    /** One byte more than a table may have is enough to be refused. At most 20971521 bytes. */
    text: Uint8Array;
    /** What is not to be guessed, as JSON: table.Choices. At most 1048576 bytes.  if it is left out. */
    choices?: string;
    /** Of the whole file, where the bytes are its beginning. From 0. At most 1125899906842624. 0 if it is left out. */
    size?: number;
  }

  /** Reads the table once more. */
  export interface AgainCommand {
    type: 'again';
    id?: Id;
    /** As before. At most 1048576 bytes. */
    choices: string;
  }

  /** Makes an album of a table whose inputs are pixels. */
  export interface AlbumCommand {
    type: 'album';
    id?: Id;
  }

  /** Reads a running text; the table stays. */
  export interface PassageCommand {
    type: 'passage';
    id?: Id;
    /** Of a longer one so much is enough to be told so. At most 20971521 bytes. */
    text: Uint8Array;
    /** What is not to be guessed, as JSON: passage.Choices. At most 1024 bytes.  if it is left out. */
    choices?: string;
  }

  /** Makes a drawing of a choice of columns. */
  export interface DrawCommand {
    type: 'draw';
    id?: Id;
    /** {inputs, target, kind}, as JSON. At most 1048576 bytes. */
    choice: string;
  }

  /** Makes rows to learn from, of the columns by their roles. */
  export interface LearnCommand {
    type: 'learn';
    id?: Id;
    /** Of the target: "classes", "values", or "" for what suits it. */
    kind: string;
  }

  /** A column of a table. */
  export interface Column {
    name: string;
    /** In the file, counted from 0. */
    place: number;
    /** number, date, category or text. */
    kind: string;
    /** input, target or out. */
    role: string;
    /** What it is as a target: classes or values. */
    as: string;
    /** How many inputs it makes; 0: it can be none. */
    width: number;
    /** Rows without a value. */
    missing: number;
    /** The range of numbers and dates. */
    low: number;
    high: number;
    /** The first of them. */
    categories: Array<string>;
    /** Rows in equal parts of the range, or of each category. */
    histogram: Array<number>;
  }

  /** A value that a row lacks. */
  export interface Gap {
    line: number;
    column: string;
  }

  /** Tells how a table, or a text, was understood. */
  export interface Told {
    /** Names the translation "table.CODE", of a text "passage.CODE". */
    code: string;
    /** What stands for its {names}. */
    args: Record<string, string>;
    /** The sentence in English. */
    text: string;
    /** Somebody should look at it. */
    warning: boolean;
  }

  /** What a page shows of a table. */
  export interface TableAnswer {
    /** Its first row holds names. */
    header: boolean;
    /** The line with which it begins. */
    first: number;
    /** Those that are used. */
    rows: number;
    /** Rows of the file. */
    total: number;
    columns: Array<Column>;
    encoding: string;
    separator: string;
    /** The decimal sign. */
    decimal: string;
    /** The side of the images whose pixels the inputs are, or 0. */
    pixels: number;
    /** What stands for a missing value beside an empty cell. */
    marks: Array<string>;
    /** Rows that lack a value of an input or a target: the first of them. */
    missing: Array<Gap>;
    /** How many there are. */
    lacking: number;
    /** What was understood, left out or changed; warnings first. */
    notices: Array<Told>;
    /** Its first rows. */
    preview: Array<Array<string>>;
  }

  /** An album made of a table. */
  export interface AlbumAnswer {
    pictures: number;
    /** Of the images in the table. */
    side: number;
    classes: Array<string>;
    /** Rows that were left out, for a value is missing. */
    lacking: number;
    /** What was changed. */
    notices: Array<Told>;
    /** The album, as a file. */
    file: ArrayBuffer;
  }

  /** A text as it is learned from. */
  export interface PassageAnswer {
    text: string;
    encoding: string;
    /** Characters of which the text may have a part. */
    total: number;
    /** It has a part of them. */
    long: boolean;
    /** What was understood, left out or changed; warnings first. */
    notices: Array<Told>;
  }

  /** A drawing of a table. */
  export interface DrawnAnswer {
    /** As in links. */
    text: string;
    points: number;
    /** The target is a value, not a class. */
    values: boolean;
    classes: Array<string> | null;
    inputs: Array<string>;
    /** What the coordinates are called. */
    axes: Array<string>;
    /** What was changed. */
    notices: Array<Told>;
    /** The share of the variance that two principal components keep; 0: there are none. */
    explained: number;
  }

  /** Rows of a table to learn from. */
  export interface LearnedAnswer {
    rows: number;
    /** Rows of the file. */
    total: number;
    /** Rows that are left out since they lack a value. */
    lacking: number;
    /** How many numbers are read of a row. */
    inputs: number;
    /** Those that are inputs. */
    columns: Array<string>;
    targets: Array<string>;
    /** Null: the targets are values. */
    classes: Array<string> | null;
    /** What was understood, left out or changed; warnings first. */
    notices: Array<Told>;
    /** The rows, for the trainer. */
    file: ArrayBuffer;
  }

  export type Command =
    | ReadCommand
    | AgainCommand
    | AlbumCommand
    | PassageCommand
    | DrawCommand
    | LearnCommand;

  export type Answer =
    | TableAnswer
    | AlbumAnswer
    | PassageAnswer
    | DrawnAnswer
    | LearnedAnswer;

  /** By the type of a command, what it is answered by. */
  export interface Answers {
    read: TableAnswer;
    again: TableAnswer;
    album: AlbumAnswer;
    passage: PassageAnswer;
    draw: DrawnAnswer;
    learn: LearnedAnswer;
  }
}

/** The reader of pictures. */
export namespace Pictures {

  /** Reads a file. */
  export interface ReadCommand {
    type: 'read';
    id?: Id;
    /** One byte more than a file may have is enough to be refused. At most 67108865 bytes. */
    bytes: Uint8Array;
    /** The class that its picture is of. */
    class: string;
  }

  /** Asks for what was read, as an album. */
  export interface FinishCommand {
    type: 'finish';
    id?: Id;
  }

  /** What was read so far. */
  export interface GatheredAnswer {
    pictures: number;
    classes: number;
    /** All of it is one album. */
    whole: boolean;
    /** Why files in MNIST's format were left over. */
    left?: Refusal;
    /** The album, once it is finished. */
    file?: ArrayBuffer;
  }

  export type Command =
    | ReadCommand
    | FinishCommand;

  export type Answer =
    | GatheredAnswer;

  /** By the type of a command, what it is answered by. */
  export interface Answers {
    read: GatheredAnswer;
    finish: GatheredAnswer;
  }
}
