// Where the idea behind a setting is explained at length: sections of "Dive into
// Deep Learning" (Zhang, Lipton, Li and Smola), which is free, in English and in
// Chinese.

import { language } from './i18n.js';

/**
 * Pages by setting, the same in both languages unless there are two.
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
  return `https://${chinese ? 'zh.d2l.ai' : 'd2l.ai'}/${path}.html`;
}
