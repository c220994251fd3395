import { capitalised } from '../../runs/figures/capitalised';
import { costText } from '../../runs/figures/costText';
import { shownMetrics } from '../../runs/figures/shownMetrics';
import { unscoredClasses } from '../../runs/figures/unscoredClasses';
import { evaluateModel } from '../../runs/model/evaluateModel';
import type { EvaluationReport } from '../../runs/run';
import { classTable } from '../classTable';
import { confusionTable } from '../confusionTable';
import { exitCodes } from '../exitCodes';
import { modelOptions, openModel } from '../openModel';
import { UsageFault } from '../usageFault';
import type { Command } from './command';

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'Measures a trained network on its data.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: {
    ...modelOptions,
    set: { value: 'SET', help: 'train or test; both where absent.' },
    json: { help: 'Prints one JSON object a line for each set.' },
  },
  details: [
    'Prints the cost and the metrics that suit the targets, with the confusion matrix where these are classes (a row for each true class, a column for each predicted one) and the precision, recall and F1 of each.',
    'With --json each line is {"set":"test","examples":50,"cost":…,"metrics":{"accuracy":0.7,…},"classes":[…],"confusion":[[…],…]}; shares are from 0 to 1, errors in the units of the targets, and null is said where a metric has no value. Where every prediction is one class though the examples are of several, "verdict" says so.',
    'Exit code 0 when done, 1 where the weights or the data don’t fit the network, 2 where a file can’t be read.',
  ],
  async run(call) {
    const { text, switched, terminal } = call;
    const set = text('set');
    if (set !== undefined && set !== 'train' && set !== 'test') {
      throw new UsageFault(`--set is train or test, but was given ${set}.`);
    }
    const { saved, reading } = await openModel(call, 'Evaluating');
    const told = new Set<string>();
    const reports = await evaluateModel(saved, set ? [set] : undefined, reading);
    terminal.note(`Data: ${(reports[0]?.choices ?? []).join(' ')}`);
    for (const report of reports) {
      for (const note of report.notes ?? []) if (!told.has(note)) terminal.note(note);
      for (const note of report.notes ?? []) told.add(note);
      for (const line of switched('json') ? [JSON.stringify(report)] : asLines(report)) terminal.line(line);
    }
    return exitCodes.done;
  },
};

function asLines({
  set,
  examples,
  cost,
  metrics,
  classes,
  targets,
  confusion,
  verdict,
}: EvaluationReport): string[] {
  const lines = [
    `${set === 'train' ? 'Training set' : 'Test set'}, ${examples} examples`,
    `Cost: ${costText(cost)}`,
  ];
  const shown = shownMetrics(metrics, { classes, targets });
  for (const { title, text } of shown) lines.push(`${capitalised(title)}: ${text}`);
  for (const { why } of shown) if (why) lines.push(why);
  if (confusion) {
    lines.push(...confusionTable(confusion, classes), ...classTable(confusion, classes));
    lines.push(...unscoredClasses(confusion));
  }
  if (verdict) lines.push(verdict.message);
  return lines;
}
