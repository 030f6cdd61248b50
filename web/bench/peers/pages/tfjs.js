// TensorFlow.js: its backends wasm, with SIMD at one thread, and cpu, which is
// plain JavaScript and faster for small networks.
import { batches, gptShapes, lstmShapes, oneHot, script } from './harness.js';

await script('/npm/@tensorflow/tfjs/dist/tf.min.js');
await script('/npm/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js');
const { tf } = globalThis;
tf.wasm.setWasmPaths('/npm/@tensorflow/tfjs-backend-wasm/dist/');
tf.wasm.setThreadsCount(1);

export const variants = ['wasm', 'cpu'];

export async function use(backend) {
  if (!await tf.setBackend(backend)) throw new Error(`TensorFlow.js has no backend ${backend} here`);
}

const activations = { tanh: tf.tanh, relu: tf.relu, linear: (x) => x };

function mlp(w) {
  const layers = w.Shape.slice(1).map((outputs, i) => ({
    kernel: tf.variable(tf.tensor2d(w.Weights[2 * i], [w.Shape[i], outputs])),
    bias: tf.variable(tf.tensor1d(w.Weights[2 * i + 1])),
  }));
  const hidden = activations[w.Activation];
  const output = activations[w.Output];
  const network = (x) => layers.reduce((x, { kernel, bias }, i) => (i < layers.length - 1 ? hidden : output)(tf.matMul(x, kernel).add(bias)), x);
  const loss = ({ x, t }) => (w.Softmax ? tf.losses.softmaxCrossEntropy(t, network(x)) : network(x).sub(t).square().mean());
  return learner(w, layers.flatMap(({ kernel, bias }) => [kernel, bias]), loss);
}

// The backend wasm has no gradients of kernels and of pooling: there windows are
// laid side by side, which makes a convolution a product, and a maximum over
// halves of rows and columns is a pooling.
function cnn(w) {
  const plain = tf.getBackend() === 'wasm';
  const windows = (x) => {
    const [, height, width, channels] = x.shape;
    const at = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => tf.slice(x, [0, i, j, 0], [-1, height - 2, width - 2, channels])));
    return tf.concat(at, 3);
  };
  const convolve = (x, kernel) => {
    if (!plain) return tf.conv2d(x, kernel, 1, 'valid');
    const [, height, width, channels] = x.shape;
    const filters = kernel.shape[3];
    return tf.matMul(windows(x).reshape([-1, 9 * channels]), kernel.reshape([9 * channels, filters])).reshape([-1, height - 2, width - 2, filters]);
  };
  const pool = (x) => {
    if (!plain) return tf.maxPool(x, 2, 2, 'valid');
    const [, height, width, channels] = x.shape;
    const [h, w] = [height, width].map((n) => Math.floor(n / 2));
    const rows = tf.max(tf.slice(x, 0, [-1, 2 * h, 2 * w, channels]).reshape([-1, 2, 2 * w * channels]), 1);
    return tf.max(rows.reshape([-1, 2, channels]), 1).reshape([-1, h, w, channels]);
  };
  const side = Math.sqrt(w.Shape[0]);
  let depth = 1;
  const kernels = w.Filters.map((filters, i) => {
    const kernel = tf.variable(tf.tensor4d(w.Weights[2 * i], [3, 3, depth, filters]));
    depth = filters;
    return { kernel, bias: tf.variable(tf.tensor1d(w.Weights[2 * i + 1])) };
  });
  const dense = tf.variable(tf.tensor2d(w.Weights.at(-2), [w.Weights.at(-2).length / w.Shape.at(-1), w.Shape.at(-1)]));
  const bias = tf.variable(tf.tensor1d(w.Weights.at(-1)));
  const stage = (x, { kernel, bias }) => pool(tf.relu(convolve(x, kernel).add(bias)));
  const network = (x) => tf.matMul(kernels.reduce(stage, x.reshape([-1, side, side, 1])).reshape([x.shape[0], -1]), dense).add(bias);
  const loss = ({ x, t }) => tf.losses.softmaxCrossEntropy(t, network(x));
  return learner(w, [...kernels.flatMap(({ kernel, bias }) => [kernel, bias]), dense, bias], loss);
}

const parameters = (w, shapes) => shapes.map((shape, i) => tf.variable(tf.tensor(w.Weights[i], shape)));

// Of sequences tokens come one-hot, (B, T·V): the backend wasm has no gradient of
// looking rows up.
const nextToken = (tokens, network) => ({ x, t }) => tf.losses.softmaxCrossEntropy(t.reshape([-1, tokens]), network(x));

function lstm(w) {
  const [length, { Vocabulary: tokens, Width: width }] = [w.Shape[0], w.Sequence];
  const variables = parameters(w, lstmShapes(w));
  const [wx, bx, wh, bh, wo, bo] = variables;
  const network = (x) => {
    const inputs = tf.matMul(x.reshape([-1, tokens]), wx).add(bx.add(bh)).reshape([-1, length, 4 * width]);
    const states = [];
    let [h, c] = [null, null];
    for (const input of tf.unstack(inputs, 1)) {
      const [i, f, g, o] = tf.split(h ? input.add(tf.matMul(h, wh)) : input, 4, 1);
      const written = tf.sigmoid(i).mul(tf.tanh(g));
      c = c ? tf.sigmoid(f).mul(c).add(written) : written;
      h = tf.sigmoid(o).mul(tf.tanh(c));
      states.push(h);
    }
    return tf.matMul(tf.stack(states, 1).reshape([-1, width]), wo).add(bo);
  };
  return learner(oneHot(w, tokens), variables, nextToken(tokens, network));
}

function gpt(w) {
  const [length, { Vocabulary: tokens, Width: width, Layers: blocks, Heads: heads }] = [w.Shape[0], w.Sequence];
  const variables = parameters(w, gptShapes(w));
  const future = tf.tensor2d(Float32Array.from({ length: length * length }, (_, i) => (i % length > Math.floor(i / length) ? -1e9 : 0)), [length, length]);
  const normalize = (x, gain, shift) => {
    const centered = x.sub(x.mean(-1, true));
    return centered.div(centered.square().mean(-1, true).add(1e-5).sqrt()).mul(gain).add(shift);
  };
  const gelu = (x) => x.mul(0.5).mul(tf.erf(x.mul(Math.SQRT1_2)).add(1));
  const split = (x) => x.reshape([-1, length, heads, width / heads]).transpose([0, 2, 1, 3]);
  const network = (x) => {
    const rest = [...variables];
    const next = () => rest.shift();
    const linear = (x) => tf.matMul(x, next()).add(next());
    let h = tf.matMul(x.reshape([-1, tokens]), next()).reshape([-1, length, width]).add(next()).reshape([-1, width]);
    for (let b = 0; b < blocks; b++) {
      let y = normalize(h, next(), next());
      const [q, k, v] = [linear(y), linear(y), linear(y)].map(split);
      const scores = tf.matMul(q, k, false, true).mul(1 / Math.sqrt(width / heads)).add(future);
      h = h.add(linear(tf.matMul(tf.softmax(scores), v).transpose([0, 2, 1, 3]).reshape([-1, width])));
      y = normalize(h, next(), next());
      h = h.add(linear(gelu(linear(y))));
    }
    return linear(normalize(h, next(), next()));
  };
  return learner(oneHot(w, tokens), variables, nextToken(tokens, network));
}

// Without the list of variables it would look for gradients of those of earlier
// workloads too.
function learner(w, variables, loss) {
  const tensors = ({ x, t }) => ({ x: tf.tensor2d(x, [x.length / w.Shape[0], w.Shape[0]]), t: tf.tensor2d(t, [t.length / w.Shape.at(-1), w.Shape.at(-1)]) });
  const whole = tensors({ x: Float32Array.from(w.X), t: Float32Array.from(w.T) });
  const list = batches(w).map(tensors);
  const optimizer = w.Optimizer === 'adam' ? tf.train.adam(w.LearningRate, 0.9, 0.999, 1e-8) : tf.train.sgd(w.LearningRate);
  let step = 0;
  return {
    async loss() {
      const mean = tf.tidy(() => loss(whole));
      const [value] = await mean.data();
      mean.dispose();
      return value;
    },
    train(steps) {
      for (let i = 0; i < steps; i++) {
        const batch = list[step++ % list.length];
        optimizer.minimize(() => loss(batch), false, variables);
      }
    },
  };
}

export const models = { mlp, cnn, lstm, gpt };
