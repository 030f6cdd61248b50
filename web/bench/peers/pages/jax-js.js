// jax-js: a step of training is one function, differentiated and compiled, on
// the backend wasm. Arrays are counted: a use other than the last takes .ref.
import { batches, gptShapes, lstmShapes, oneHot } from './harness.js';
import { defaultDevice, grad, init, jit, lax, nn, numpy as np, tree } from '/npm/@jax-js/jax/dist/index.js';

await init('wasm');
defaultDevice('wasm');

const activations = { tanh: np.tanh, relu: nn.relu, linear: (x) => x };

function mlp(w) {
  const last = w.Shape.length - 2;
  const start = w.Shape.slice(1).map((outputs, i) => ({
    kernel: np.array(Float32Array.from(w.Weights[2 * i])).reshape([w.Shape[i], outputs]),
    bias: np.array(Float32Array.from(w.Weights[2 * i + 1])),
  }));
  const network = (layers, x) => layers.reduce((x, { kernel, bias }, i) => activations[i < last ? w.Activation : w.Output](np.matmul(x, kernel).add(bias)), x);
  const loss = (layers, x, t) => (w.Softmax
    ? nn.logSoftmax(network(layers, x)).mul(t).sum(-1).mean().neg()
    : np.square(network(layers, x).sub(t)).mean());
  return learner(w, start, loss);
}

// Its convolutions take (B, C, H, W) and (F, C, 3, 3). A maximum over halves of
// rows and columns is a pooling.
function cnn(w) {
  const side = Math.sqrt(w.Shape[0]);
  const outputs = w.Shape.at(-1);
  const array = (values) => np.array(Float32Array.from(values));
  const depths = [1, ...w.Filters];
  const sides = w.Filters.reduce((list) => [...list, Math.floor((list.at(-1) - 2) / 2)], [side]);
  const start = {
    stages: w.Filters.map((filters, i) => ({
      kernel: np.transpose(array(w.Weights[2 * i]).reshape([3, 3, depths[i], filters]), [3, 2, 0, 1]),
      bias: array(w.Weights[2 * i + 1]).reshape([filters, 1, 1]),
    })),
    kernel: np.transpose(array(w.Weights.at(-2)).reshape([sides.at(-1), sides.at(-1), depths.at(-1), outputs]), [2, 0, 1, 3]).reshape([-1, outputs]),
    bias: array(w.Weights.at(-1)),
  };
  const pool = (x, depth, half) => np.max(x.slice([], [], [0, 2 * half], [0, 2 * half]).reshape([-1, depth, half, 2, half, 2]), [3, 5]);
  const network = ({ stages, kernel, bias }, x) => {
    const images = stages.reduce((x, s, i) => pool(nn.relu(lax.conv(x, s.kernel, [1, 1], 'VALID').add(s.bias)), w.Filters[i], sides[i + 1]), x.reshape([-1, 1, side, side]));
    return np.matmul(images.reshape([-1, sides.at(-1) ** 2 * depths.at(-1)]), kernel).add(bias);
  };
  return learner(w, start, (layers, x, t) => nn.logSoftmax(network(layers, x)).mul(t).sum(-1).mean().neg());
}

// Tokens come one-hot, (B, T, V). There is no loop in a compiled function: the
// steps of the recurrence are written out.
function lstm(w) {
  const [length, { Vocabulary: tokens, Width: width }] = [w.Shape[0], w.Sequence];
  const start = lstmShapes(w).map((shape, i) => np.array(Float32Array.from(w.Weights[i])).reshape(shape));
  const network = ([wx, bx, wh, bh, wo, bo], x) => {
    const inputs = np.matmul(x.reshape([-1, tokens]), wx).add(bx).add(bh).reshape([-1, length, 4 * width]);
    const states = [];
    let [h, c] = [null, null];
    for (let t = 0; t < length; t++) {
      let sums = inputs.ref.slice([], [t, t + 1], []).reshape([-1, 4 * width]);
      if (h) sums = sums.add(np.matmul(h, wh.ref));
      const [i, f, g, o] = [0, 1, 2, 3].map((k) => (k < 3 ? sums.ref : sums).slice([], [k * width, (k + 1) * width]));
      const written = nn.sigmoid(i).mul(np.tanh(g));
      if (c) c = nn.sigmoid(f).mul(c).add(written);
      else {
        f.dispose();
        c = written;
      }
      h = nn.sigmoid(o).mul(np.tanh(c.ref));
      states.push(h.ref);
    }
    for (const left of [h, c, inputs, wh]) left.dispose();
    return np.matmul(np.stack(states, 1).reshape([-1, width]), wo).add(bo);
  };
  return learner(oneHot(w, tokens), start, (layers, x, t) => nn.logSoftmax(network(layers, x)).mul(t.reshape([-1, tokens])).sum(-1).mean().neg());
}

function gpt(w) {
  const [length, { Vocabulary: tokens, Width: width, Layers: blocks, Heads: heads }] = [w.Shape[0], w.Sequence];
  const start = gptShapes(w).map((shape, i) => np.array(Float32Array.from(w.Weights[i])).reshape(shape));
  const normalize = (x, gain, shift) => {
    const centered = x.ref.sub(x.mean(-1, { keepdims: true }));
    const deviation = np.sqrt(np.square(centered.ref).mean(-1, { keepdims: true }).add(1e-5));
    return centered.div(deviation).mul(gain).add(shift);
  };
  const future = Float32Array.from({ length: length * length }, (_, i) => (i % length > Math.floor(i / length) ? -1e9 : 0));
  const split = (x) => np.transpose(x.reshape([-1, length, heads, width / heads]), [0, 2, 1, 3]);
  const network = (parameters, x) => {
    const next = () => parameters.shift();
    const linear = (x) => np.matmul(x, next()).add(next());
    const mask = np.array(future).reshape([length, length]);
    let h = np.matmul(x.reshape([-1, tokens]), next()).reshape([-1, length, width]).add(next()).reshape([-1, width]);
    for (let b = 0; b < blocks; b++) {
      let y = normalize(h.ref, next(), next());
      const [q, k, v] = [linear(y.ref), linear(y.ref), linear(y)].map(split);
      const scores = np.matmul(q, np.transpose(k, [0, 1, 3, 2])).mul(1 / Math.sqrt(width / heads)).add(mask.ref);
      const mixed = np.transpose(np.matmul(nn.softmax(scores, -1), v), [0, 2, 1, 3]).reshape([-1, width]);
      h = h.add(linear(mixed));
      y = normalize(h.ref, next(), next());
      h = h.add(linear(nn.gelu(linear(y), { approximate: false })));
    }
    mask.dispose();
    return linear(normalize(h, next(), next()));
  };
  return learner(oneHot(w, tokens), start, (layers, x, t) => nn.logSoftmax(network([...layers], x)).mul(t.reshape([-1, tokens])).sum(-1).mean().neg());
}

const optimizers = {
  sgd: {
    start: () => [],
    update: (weights, gradients, moments, rate) => [weights.map((v, i) => v.sub(gradients[i].mul(rate.ref))), moments],
    rate: (w) => w.LearningRate,
  },
  // The two corrections of bias are one factor of the rate, as the paper has it.
  adam: {
    start: (weights) => weights.map((v) => ({ m: np.zeros(v.shape), v: np.zeros(v.shape) })),
    update(weights, gradients, moments, rate) {
      const next = moments.map(({ m, v }, i) => ({
        m: m.mul(0.9).add(gradients[i].ref.mul(0.1)),
        v: v.mul(0.999).add(np.square(gradients[i]).mul(0.001)),
      }));
      return [weights.map((p, i) => p.sub(rate.ref.mul(next[i].m.ref).div(np.sqrt(next[i].v.ref).add(1e-8)))), next];
    },
    rate: (w, step) => w.LearningRate * Math.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step),
  },
};

function learner(w, start, loss) {
  const arrays = ({ x, t }) => ({ x: np.array(x).reshape([-1, w.Shape[0]]), t: np.array(t).reshape([-1, w.Shape.at(-1)]) });
  const whole = arrays({ x: Float32Array.from(w.X), t: Float32Array.from(w.T) });
  const list = batches(w).map(arrays);
  const optimizer = optimizers[w.Optimizer];
  let [parameters, form] = tree.flatten(start);
  let moments = optimizer.start(parameters);
  const lossOf = (parameters, x, t) => loss(tree.unflatten(form, parameters), x, t);
  const update = jit((parameters, moments, x, t, rate) => {
    const result = optimizer.update(parameters, grad(lossOf)(tree.ref(parameters), x, t), moments, rate.ref);
    rate.dispose();
    return result;
  });
  const evaluate = jit(lossOf);
  let step = 0;
  return {
    async loss() {
      const [value] = await evaluate(tree.ref(parameters), whole.x.ref, whole.t.ref).data();
      return value;
    },
    train(steps) {
      for (let i = 0; i < steps; i++) {
        const { x, t } = list[step++ % list.length];
        [parameters, moments] = update(parameters, moments, x.ref, t.ref, np.array(optimizer.rate(w, step)));
        // Work that is left pending piles up, ten times slower in the end;
        // asking for a value is the fastest way to have it done.
        parameters.at(-1).ref.dataSync();
      }
    },
  };
}

export const models = { mlp, cnn, lstm, gpt };
