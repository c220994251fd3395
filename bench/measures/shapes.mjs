import { createRequire } from 'node:module';
import { milliseconds } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { median } from '../run/median.mjs';

const layers = 1000;
const repeats = 50;

export default {
  name: 'shapes',
  place: 2,
  async run({ engine }) {
    const { analyze, infer } = createRequire(import.meta.url)(engine);
    const text = networkText();
    const firstAnalysis = timeOf(() => analyze(text));
    const { network } = analyze(text);
    const firstInference = timeOf(() => infer(network));
    const analysis = Array.from({ length: repeats }, () => timeOf(() => analyze(text)));
    const inference = Array.from({ length: repeats }, () => timeOf(() => infer(network)));
    return [
      `A chain of ${layers} dense layers. Inference is the graph and the shapes of all layers; analysis also reads the text and looks for problems, as on each keystroke.`,
      '',
      table(
        ['', 'first', `median of ${repeats}`],
        [
          ['inference (≤ 5 ms)', milliseconds(firstInference), milliseconds(median(inference))],
          ['analysis', milliseconds(firstAnalysis), milliseconds(median(analysis))],
        ],
      ),
    ].join('\n');
  },
};

function networkText() {
  const hidden = Array.from({ length: layers - 2 }, (_, i) => ({
    id: `hidden-${i + 1}`,
    type: 'dense',
    units: 16 + (i % 16),
    activation: 'relu',
  }));
  return JSON.stringify(
    {
      layers: [
        { id: 'input', type: 'input', shape: [32] },
        ...hidden,
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      training: { loss: 'binary-cross-entropy', optimizer: 'adam' },
    },
    undefined,
    2,
  );
}

function timeOf(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}
