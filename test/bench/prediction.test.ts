import { describe, expect, test } from 'vitest';
import { benchModule } from './benchModule';

const { difference } = await benchModule('prediction/difference.mjs');
const { predictionReport } = await benchModule('prediction/predictionReport.mjs');

describe('the difference of two predictions', () => {
  const outputs = (...data: number[]) => ({ shape: [2, 2], data: Float64Array.from(data) });
  const ours = outputs(0.75, 0.25, 0.5, 0.5);

  test('is the largest of two values, with the examples that get another class', () => {
    expect(difference(ours, ours)).toEqual({ largest: 0, others: 0 });
    expect(difference(ours, outputs(0.25, 0.75, 0.5, 0.5))).toEqual({ largest: 0.5, others: 1 });
  });

  test('isn’t small where one is no number, and none where there are others', () => {
    expect(difference(ours, outputs(0.75, 0.25, Number.NaN, 0.5))).toEqual({ largest: Infinity, others: 1 });
    expect(() => difference(ours, { shape: [4, 1], data: ours.data })).toThrow('of shape 4,1');
  });
});

test('the report compares medians with PyTorch’s, and names who is missing', () => {
  const row = (name: string, agains: number[]) => ({
    name,
    version: '1',
    batchSize: 1000,
    firsts: [0.3],
    agains,
  });
  const text: string = predictionReport({
    workload: { shape: '784-10' },
    m: 10_000,
    times: 6,
    synthetic: false,
    onnx: { missing: 'onnx isn’t installed' },
    rows: [
      row('Layerwise', [0.1, 0.2, 0.9]),
      { ...row('PyTorch', [0.4]), threads: 2, difference: { largest: 1.5e-6, others: 3 } },
      { name: 'onnxruntime-node', missing: 'onnx isn’t installed' },
    ],
  });
  const lines = text.split('\n').map(line => line.replace(/ +/g, ' '));
  expect(lines).toContain('| Layerwise 1 | 1,000 | 300 ms | 200 ms | 100–900 | 0.500× | | |');
  expect(lines).toContain(
    '| PyTorch 1, 2 threads | 1,000 | 300 ms | 400 ms | 400–400 | 1.00× | 1.5e-6 | 3 |',
  );
  expect(lines).toContain('- Missing: onnxruntime-node (onnx isn’t installed).');
});
