// jax-js: a step of training is one function, differentiated and compiled, on
// the backend wasm. Arrays are counted: a use other than the last takes .ref.
import { batches } from './harness.js';
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

export const models = { mlp, cnn };
