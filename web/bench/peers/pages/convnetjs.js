// ConvNetJS: plain JavaScript in float64, sample by sample.
import { script } from './harness.js';

await script('/npm/convnetjs/build/convnet.js');
const { ConvLayer, FullyConnLayer, InputLayer, Net, PoolLayer, ReluLayer, RegressionLayer, SoftmaxLayer, TanhLayer, Trainer, Vol } = globalThis.convnetjs;

const activations = { tanh: TanhLayer, relu: ReluLayer };

// The layers are put together here, since makeLayers would add one before the
// loss and have no activation after it.
function mlp(w) {
  const net = new Net();
  net.layers = [];
  const at = (depth) => ({ in_sx: 1, in_sy: 1, in_depth: depth });
  net.layers.push(new InputLayer({ out_sx: 1, out_sy: 1, out_depth: w.Shape[0] }));
  const last = w.Shape.length - 1;
  for (let i = 1; i <= last; i++) {
    const [inputs, outputs] = [w.Shape[i - 1], w.Shape[i]];
    const layer = new FullyConnLayer({ ...at(inputs), num_neurons: outputs });
    const [values, biases] = w.Weights.slice(2 * i - 2);
    layer.filters.forEach((filter, k) => filter.w.forEach((_, j) => { filter.w[j] = values[j * outputs + k]; }));
    layer.biases.w.set(biases);
    net.layers.push(layer);
    const activation = activations[i < last ? w.Activation : w.Output];
    if (activation) net.layers.push(new activation(at(outputs)));
  }
  net.layers.push(new (w.Softmax ? SoftmaxLayer : RegressionLayer)(at(w.Shape[last])));
  return learner(w, net);
}

// Its images are rows of columns of channels, as nnplay's are.
function cnn(w) {
  const net = new Net();
  let [side, depth] = [Math.sqrt(w.Shape[0]), 1];
  const at = () => ({ in_sx: side, in_sy: side, in_depth: depth });
  net.layers = [new InputLayer({ out_sx: side, out_sy: side, out_depth: depth })];
  const fill = (layer, [values, biases], outputs) => {
    layer.filters.forEach((filter, k) => filter.w.forEach((_, j) => { filter.w[j] = values[j * outputs + k]; }));
    layer.biases.w.set(biases);
    net.layers.push(layer);
  };
  w.Filters.forEach((filters, i) => {
    fill(new ConvLayer({ ...at(), sx: 3, filters }), w.Weights.slice(2 * i), filters);
    [side, depth] = [side - 2, filters];
    net.layers.push(new ReluLayer(at()), new PoolLayer({ ...at(), sx: 2, stride: 2 }));
    side = Math.floor(side / 2);
  });
  const outputs = w.Shape.at(-1);
  fill(new FullyConnLayer({ ...at(), num_neurons: outputs }), w.Weights.slice(-2), outputs);
  net.layers.push(new SoftmaxLayer({ in_sx: 1, in_sy: 1, in_depth: outputs }));
  return learner(w, net, Math.sqrt(w.Shape[0]));
}

// Its regression has the gradient y - t, where the mean of squares has twice
// that over the number of outputs; hence the learning rate. It has no Adam:
// windowgrad, which is RMSProp, stands in.
function learner(w, net, side = 0) {
  const [inputs, outputs] = [w.Shape[0], w.Shape.at(-1)];
  const n = w.X.length / inputs;
  const samples = [];
  for (let i = 0; i < n; i++) {
    const x = side ? new Vol(side, side, inputs / side / side, 0) : new Vol(1, 1, inputs, 0);
    x.w.set(w.X.slice(i * inputs, (i + 1) * inputs));
    const t = w.T.slice(i * outputs, (i + 1) * outputs);
    samples.push({ x, t: w.Softmax ? t.indexOf(1) : t });
  }
  const trainer = new Trainer(net, {
    method: w.Optimizer === 'adam' ? 'windowgrad' : 'sgd',
    learning_rate: w.LearningRate * (w.Softmax ? 1 : 2 / outputs),
    momentum: 0,
    batch_size: w.Batch,
  });
  let row = 0;
  return {
    note: w.Optimizer === 'adam' ? 'RMSProp' : '',
    loss() {
      let sum = 0;
      for (const { x, t } of samples) {
        const y = net.forward(x).w;
        sum += w.Softmax ? -Math.log(y[t]) : t.reduce((e, v, k) => e + (y[k] - v) ** 2, 0) / outputs;
      }
      return sum / n;
    },
    train(steps) {
      for (let i = steps * w.Batch; i > 0; i--) {
        const { x, t } = samples[row];
        trainer.train(x, t);
        if (++row === n) row = 0;
      }
    },
  };
}

export const models = { mlp, cnn };
