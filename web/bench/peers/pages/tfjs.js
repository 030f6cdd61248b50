// TensorFlow.js: its backends wasm, with SIMD at one thread, and cpu, which is
// plain JavaScript and faster for small networks.
import { batches, script } from './harness.js';

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

// The backend wasm has no gradient of kernels.
function cnn(w) {
  if (tf.getBackend() === 'wasm') return null;
  const side = Math.sqrt(w.Shape[0]);
  let depth = 1;
  const kernels = w.Filters.map((filters, i) => {
    const kernel = tf.variable(tf.tensor4d(w.Weights[2 * i], [3, 3, depth, filters]));
    depth = filters;
    return { kernel, bias: tf.variable(tf.tensor1d(w.Weights[2 * i + 1])) };
  });
  const dense = tf.variable(tf.tensor2d(w.Weights.at(-2), [w.Weights.at(-2).length / w.Shape.at(-1), w.Shape.at(-1)]));
  const bias = tf.variable(tf.tensor1d(w.Weights.at(-1)));
  const stage = (x, { kernel, bias }) => tf.maxPool(tf.relu(tf.conv2d(x, kernel, 1, 'valid').add(bias)), 2, 2, 'valid');
  const network = (x) => tf.matMul(kernels.reduce(stage, x.reshape([-1, side, side, 1])).reshape([x.shape[0], -1]), dense).add(bias);
  const loss = ({ x, t }) => tf.losses.softmaxCrossEntropy(t, network(x));
  return learner(w, [...kernels.flatMap(({ kernel, bias }) => [kernel, bias]), dense, bias], loss);
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

export const models = { mlp, cnn };
