// What peers in a browser share. A peer is a module name.js that exports
// models: by a workload's Model a function that takes the workload and returns
// (a promise of)
//   loss()        the mean loss over all samples
//   train(steps)  trains on minibatches, going on where it stopped
//   note          what it does instead, if it cannot do as the workload says
// each of which may be a promise. A peer that can be run in several ways
// exports their names, variants, and use(name), which chooses one; the fastest
// counts. A model that a variant can't train is null.

export async function run(peer, name) {
  const { models, variants = [''], use = () => {} } = await import(`./${peer}.js`);
  const w = await (await fetch(`/data/${name}.json`)).json();
  if (!models[w.Model]) return { Absent: true };
  let best = { SamplesPerSecond: 0 };
  for (const variant of variants) {
    await use(variant);
    const model = await models[w.Model](w);
    if (!model) continue;
    const result = await measure(w, model);
    result.Note = [variant, model.note].filter(Boolean).join(', ');
    result.Differs = Boolean(model.note);
    if (result.SamplesPerSecond > best.SamplesPerSecond) best = result;
  }
  return best;
}

async function measure(w, model) {
  const Before = await model.loss();
  await model.train(w.Steps);
  const After = await model.loss();
  const seconds = async (steps) => {
    const began = performance.now();
    await model.train(steps);
    return (performance.now() - began) / 1e3;
  };
  let steps = 1;
  let took;
  while ((took = await seconds(steps)) < w.Seconds / 10) steps *= 2;
  steps = Math.ceil(steps * w.Seconds / took);
  const times = [];
  for (let i = 0; i < 3; i++) times.push(await seconds(steps));
  const median = times.sort((a, b) => a - b)[1];
  return { SamplesPerSecond: steps * w.Batch / median, Before, After };
}

// A classic script, not a module, for libraries that define a global.
export function script(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = path;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${path} is missing`));
    document.head.append(element);
  });
}

// The minibatches that training goes through again and again: row i of step s
// is sample s * Batch + i, modulo the number of samples. They are cut
// beforehand, so that only training is timed.
export function batches(w) {
  const inputs = w.Shape[0];
  const outputs = w.Shape.at(-1);
  const n = w.X.length / inputs;
  const list = [];
  let row = 0;
  do {
    const x = new Float32Array(w.Batch * inputs);
    const t = new Float32Array(w.Batch * outputs);
    for (let i = 0; i < w.Batch; i++, row = (row + 1) % n) {
      x.set(w.X.slice(row * inputs, (row + 1) * inputs), i * inputs);
      t.set(w.T.slice(row * outputs, (row + 1) * outputs), i * outputs);
    }
    list.push({ x, t });
  } while (row !== 0);
  return list;
}

// What models of sequences share: the workload with its tokens one-hot, and the
// shapes of their parameters.
export function oneHot(w, tokens) {
  const spread = (list) => list.flatMap((token) => Array.from({ length: tokens }, (_, i) => (i === token ? 1 : 0)));
  return { ...w, X: spread(w.X), T: spread(w.T), Shape: w.Shape.map((length) => length * tokens) };
}

export function lstmShapes({ Sequence: { Vocabulary: tokens, Width: width } }) {
  return [[tokens, 4 * width], [4 * width], [width, 4 * width], [4 * width], [width, tokens], [tokens]];
}

export function gptShapes({ Shape: [length], Sequence: { Vocabulary: tokens, Width: width, Layers: blocks } }) {
  const dense = (a, b) => [[a, b], [b]];
  const shapes = [[tokens, width], [length, width]];
  for (let b = 0; b < blocks; b++) {
    shapes.push([width], [width], ...Array(4).fill(dense(width, width)).flat(), [width], [width], ...dense(width, 4 * width), ...dense(4 * width, width));
  }
  shapes.push([width], [width], ...dense(width, tokens));
  return shapes;
}
