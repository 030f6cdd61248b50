// Where the idea behind a setting is explained at length: sections of "Dive into
// Deep Learning" (Zhang, Lipton, Li and Smola), which is free, in English and in
// Chinese; and where it is silent, what else is free to read.

import { language } from '../../shared/i18n.js';

/** Ideas that several settings share. */
const transformer = { en: 'chapter_attention-mechanisms-and-transformers/transformer', 'zh-Hans': 'chapter_attention-mechanisms/transformer' };
const images = { en: 'chapter_linear-classification/image-classification-dataset', 'zh-Hans': 'chapter_linear-networks/image-classification-dataset' };
const gan = { en: 'chapter_generative-adversarial-networks/gan', 'zh-Hans': 'https://zh.wikipedia.org/wiki/生成对抗网络' };
const critic = 'https://arxiv.org/abs/1701.07875'; // Arjovsky, Chintala and Bottou, Wasserstein GAN
const autoencoder = { en: 'https://www.deeplearningbook.org/contents/autoencoders.html', 'zh-Hans': 'https://zh.wikipedia.org/wiki/自编码器' };
const variational = { en: 'https://arxiv.org/abs/1906.02691', 'zh-Hans': 'https://zh.wikipedia.org/wiki/变分自编码器' }; // Kingma and Welling, an introduction
const flow = 'https://arxiv.org/abs/2412.06264'; // Lipman et al., Flow Matching Guide and Code
const integrator = { en: 'https://en.wikipedia.org/wiki/Euler_method', 'zh-Hans': 'https://zh.wikipedia.org/wiki/欧拉方法' };

/**
 * Pages by setting, sections or addresses, the same in both languages unless there are two.
 * @type {Record<string, string | {en: string, 'zh-Hans': string}>}
 */
const pages = {
  architecture: 'chapter_multilayer-perceptrons/mlp',
  networkShape: 'chapter_multilayer-perceptrons/mlp',
  activation: 'chapter_multilayer-perceptrons/mlp',
  outputActivation: { en: 'chapter_linear-classification/softmax-regression', 'zh-Hans': 'chapter_linear-networks/softmax-regression' },
  loss: { en: 'chapter_linear-classification/softmax-regression', 'zh-Hans': 'chapter_linear-networks/softmax-regression' },
  normalization: 'chapter_convolutional-modern/batch-norm',
  dropout: 'chapter_multilayer-perceptrons/dropout',
  init: 'chapter_multilayer-perceptrons/numerical-stability-and-init',
  initScale: 'chapter_multilayer-perceptrons/numerical-stability-and-init',
  biasInit: 'chapter_multilayer-perceptrons/numerical-stability-and-init',
  dataset: { en: 'chapter_linear-classification/classification', 'zh-Hans': 'chapter_linear-networks/linear-regression' },
  classes: { en: 'chapter_linear-classification/softmax-regression', 'zh-Hans': 'chapter_linear-networks/softmax-regression' },
  samples: { en: 'chapter_linear-regression/generalization', 'zh-Hans': 'chapter_multilayer-perceptrons/underfit-overfit' },
  noise: { en: 'chapter_linear-regression/linear-regression', 'zh-Hans': 'chapter_linear-networks/linear-regression' },
  percTrainData: { en: 'chapter_linear-regression/generalization', 'zh-Hans': 'chapter_multilayer-perceptrons/underfit-overfit' },
  showTestData: { en: 'chapter_linear-regression/generalization', 'zh-Hans': 'chapter_multilayer-perceptrons/underfit-overfit' },
  preprocess: 'chapter_multilayer-perceptrons/kaggle-house-price',
  features: { en: 'chapter_linear-regression/generalization', 'zh-Hans': 'chapter_multilayer-perceptrons/underfit-overfit' },
  optimizer: 'chapter_optimization/index',
  learningRate: 'chapter_optimization/gd',
  momentum: 'chapter_optimization/momentum',
  beta2: 'chapter_optimization/adam',
  schedule: 'chapter_optimization/lr-scheduler',
  scheduleSteps: 'chapter_optimization/lr-scheduler',
  warmup: 'chapter_optimization/lr-scheduler',
  clip: 'chapter_recurrent-neural-networks/rnn-scratch',
  regularization: { en: 'chapter_linear-regression/weight-decay', 'zh-Hans': 'chapter_multilayer-perceptrons/weight-decay' },
  regularizationRate: { en: 'chapter_linear-regression/weight-decay', 'zh-Hans': 'chapter_multilayer-perceptrons/weight-decay' },
  batchSize: 'chapter_optimization/minibatch-sgd',
  seed: 'chapter_optimization/sgd',
  discretize: { en: 'chapter_linear-classification/classification', 'zh-Hans': 'chapter_linear-networks/softmax-regression' },
  points: { en: 'chapter_linear-classification/classification', 'zh-Hans': 'chapter_linear-networks/linear-regression' },

  sequence: 'chapter_recurrent-neural-networks/sequence',
  length: 'chapter_recurrent-neural-networks/sequence',
  ownText: { en: 'chapter_recurrent-neural-networks/text-sequence', 'zh-Hans': 'chapter_recurrent-neural-networks/text-preprocessing' },
  cell: 'chapter_recurrent-modern/lstm',
  rival: 'chapter_recurrent-modern/gru',
  units: 'chapter_recurrent-neural-networks/rnn',
  layers: 'chapter_recurrent-modern/deep-rnn',
  bidirectional: 'chapter_recurrent-modern/bi-rnn',
  carry: 'chapter_recurrent-neural-networks/bptt',

  transformer,
  blocks: transformer,
  width: transformer,
  heads: { en: 'chapter_attention-mechanisms-and-transformers/multihead-attention', 'zh-Hans': 'chapter_attention-mechanisms/multihead-attention' },
  position: {
    en: 'chapter_attention-mechanisms-and-transformers/self-attention-and-positional-encoding',
    'zh-Hans': 'chapter_attention-mechanisms/self-attention-and-positional-encoding',
  },
  feedForward: transformer,
  tokenNorm: transformer,
  normPlace: transformer,
  tied: 'https://arxiv.org/abs/1608.05859', // Press and Wolf, Using the Output Embedding

  images,
  imageSide: images,
  pictures: images,
  distortion: 'chapter_computer-vision/image-augmentation',
  imageNoise: 'chapter_computer-vision/image-augmentation',
  filters: 'chapter_convolutional-neural-networks/channels',
  kernel: 'chapter_convolutional-neural-networks/conv-layer',
  stride: 'chapter_convolutional-neural-networks/padding-and-strides',
  padding: 'chapter_convolutional-neural-networks/padding-and-strides',
  dilation: 'https://arxiv.org/abs/1511.07122', // Yu and Koltun, Dilated Convolutions
  pooling: 'chapter_convolutional-neural-networks/pooling',
  residual: 'chapter_convolutional-modern/resnet',
  globalPooling: 'chapter_convolutional-modern/nin',
  denseShape: 'chapter_convolutional-neural-networks/lenet',

  distribution: 'chapter_preliminaries/probability',
  noiseKind: gan,
  generatorShape: gan,
  discriminatorShape: gan,
  adversarialLoss: gan,
  discriminatorRate: gan,
  discriminatorSteps: gan,
  generatorSteps: gan,
  critic,
  weightClip: critic,

  codeSize: autoencoder,
  encoderShape: autoencoder,
  pixelLoss: autoencoder,
  variational,
  klWeight: variational,

  flowShape: flow,
  flowSteps: flow,
  integrator,
  hiddenActivation: 'chapter_multilayer-perceptrons/mlp',
};

/**
 * The address of the idea behind a setting, '' if there is none.
 * @param {string} key of a field
 */
export function ideaOf(key) {
  const page = pages[key];
  if (page === undefined) return '';
  const chinese = language() === 'zh-Hans';
  const path = typeof page === 'string' ? page : page[chinese ? 'zh-Hans' : 'en'];
  if (path.startsWith('https:')) return path;
  return `https://${chinese ? 'zh.d2l.ai' : 'd2l.ai'}/${path}.html`;
}
