import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../src/core/analyze';
import { referenceKernels } from '../src/core/kernels/reference';
import { applyTextEdits } from '../src/core/network/edit';
import { createTraining } from '../src/core/train/createTraining';
import type { Work } from '../src/core/work';
import { describeData, loadData } from '../src/data/data';
import { nodeFiles } from '../src/platform/nodeFiles';
import { checkPython } from '../src/python/checkPython';
import { wasmSet } from './core/kernels/wasmSet';
import { openParser } from './python/openParser';

const folder = new URL('../samples/', import.meta.url).pathname;
const files = nodeFiles(folder);
const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');
const names = readdirSync(folder).filter(name => name.endsWith('.nn.json'));
const sound = names.filter(name => name !== 'mistakes.nn.json');

/** Runs a generator that yields between shards to its end. */
function ended<T>(steps: Work<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

async function trained(name: string, iterations: number) {
  const text = read(name);
  const settings = analyze(text).network!.data!;
  const { train, report } = await loadData(settings, files);
  const snapshot = analyze(text, report);
  const { precision } = snapshot.network!.training!;
  // a step of a GPT takes seconds in plain JavaScript
  const kernels = name === 'tales.nn.json' ? wasmSet(precision, 'relaxed') : referenceKernels(precision);
  const training = createTraining({ snapshot, kernels, train });
  const costs: number[] = [];
  for (let i = 0; i < iterations; i++) {
    const step = ended(training.step());
    if (step.kind === 'diverged') throw new Error(`${name} diverged in ${step.layer}: ${step.cause}`);
    costs.push(step.cost);
  }
  return costs;
}

describe('the samples', () => {
  it('are there', () => {
    expect(names).toEqual([
      'convolution.nn.json',
      'flower.nn.json',
      'iris.nn.json',
      'logistic.nn.json',
      'mistakes.nn.json',
      'names.nn.json',
      'sentiment.nn.json',
      'shapes.nn.json',
      'spirals.nn.json',
      'tales.nn.json',
    ]);
  });

  it.each(sound)('%s has no problem, not even a warning', async name => {
    const text = read(name);
    const report = await describeData(analyze(text).network!.data!, files);
    expect(report.faults).toEqual([]);
    expect(analyze(text, report).problems).toEqual([]);
  });

  it.each(sound)('%s learns from its first steps', async name => {
    const costs = await trained(name, 60);
    const mean = (part: number[]) => part.reduce((sum, cost) => sum + cost, 0) / part.length;
    expect(mean(costs.slice(-10))).toBeLessThan(mean(costs.slice(0, 10)));
  });

  it('flower.nn.json prints the costs of NumPy code to six digits', async () => {
    const costs = await trained('flower.nn.json', 1001);
    expect([costs[0]!.toFixed(6), costs[1000]!.toFixed(6)]).toEqual(['0.693048', '0.288083']);
  });

  it('mistakes.nn.json makes the mistakes it says, and the fixes mend them', async () => {
    let text = read('mistakes.nn.json');
    const report = await describeData(analyze(text).network!.data!, files);
    const { problems } = analyze(text, report);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'bad-value',
      'labels-for-output',
      'learning-rate',
      'missing-flatten',
      'shape-mismatch',
      'softmax-one-unit',
      'unknown-field',
    ]);

    // as a person would: the first fix there is, until none is left
    for (let pressed = 0; pressed < 20; pressed++) {
      const fix = analyze(text, report).problems.flatMap(({ fixes }) => fixes)[0];
      if (!fix) break;
      text = applyTextEdits(text, fix.edits);
    }
    expect(analyze(text, report).problems).toEqual([]);
  });

  it('gradients.py has two wrong gradients and a right one, and its fix mends the first', async () => {
    const text = read('gradients.py');
    const parser = await openParser();
    const problemsOf = (program: string) => checkPython(parser.open(program).module).problems;
    const within = ({ span }: { span: { start: number } }) =>
      text.slice(0, span.start).split('\ndef ').at(-1)!.split('(')[0];
    const problems = problemsOf(text);
    expect(problems.map(problem => [problem.code, within(problem)])).toEqual([
      ['shape-mismatch', 'gradient_without_transpose'],
      ['assert-mismatch', 'step'],
    ]);
    // where the gradient comes from, and the call that brings it
    const related = problems[1]!.related!.map(({ span }) => text.slice(span.start, span.end));
    expect(related).toEqual(['dw', 'step(w, b, dw, db, rate=0.5)']);
    const mended = problemsOf(applyTextEdits(text, problems[0]!.fixes[0]!.edits));
    expect(mended.map(({ code }) => code)).toEqual(['assert-mismatch']);
  });
});
