import { threeDigits } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { spread } from './spread.mjs';

/**
 * The results as a table, with what is to be known of each network below.
 *
 * @param {{task: object, missing?: string, examples?: number[], layers?: string, origin?: string,
 *   runs?: {figure: number, seconds: number}[], peer?: {name: string, missing?: string, note?: string,
 *   runs?: {figure: number, seconds: number}[]}}[]} results
 */
export function resultsReport(results) {
  return [
    table(['', 'goal', 'mean', 'min–max', 'seconds', 'reached'], results.flatMap(rowsOf)),
    '',
    ...results.map(noteOf),
  ].join('\n');
}

function rowsOf({ task, missing, runs, peer }) {
  const goal = task.goal === undefined ? '' : `≥ ${figureText(task, task.goal)}`;
  if (missing) return [[task.name, goal, '–', '–', '–', 'no data']];
  const { mean } = spread(runs.map(({ figure }) => figure));
  const reached = task.goal === undefined ? '' : mean >= task.goal ? 'yes' : 'no';
  const rows = [[task.name, goal, ...cells(task, runs), reached]];
  if (peer && !peer.missing) rows.push([`– ${peer.name}`, '', ...cells(task, peer.runs), '']);
  return rows;
}

function cells(task, runs) {
  const figures = spread(runs.map(({ figure }) => figure));
  const seconds = spread(runs.map(each => each.seconds));
  const text = value => figureText(task, value);
  return [
    text(figures.mean),
    `${text(figures.least)}–${text(figures.most)}`,
    `${threeDigits(seconds.mean)} (${threeDigits(seconds.least)}–${threeDigits(seconds.most)})`,
  ];
}

/** Accuracies in percent, R² as a number. */
const figureText = ({ figure }, value) =>
  figure === 'accuracy' ? `${(value * 100).toFixed(2)} %` : value.toFixed(3);

function noteOf({ task, missing, examples, layers, origin, runs, peer }) {
  if (missing) return `- ${task.name}: not trained, because ${missing} isn’t there.`;
  const parts = [
    `${layers}; ${examples.map(m => m.toLocaleString('en')).join(' + ')} examples`,
    seedsText(task, runs),
    ...(origin ? [origin] : []),
  ];
  const beside =
    peer && (peer.missing ? ` ${peer.name} is missing: ${peer.missing}.` : ` ${peer.name}${peer.note}.`);
  return `- ${task.name}: ${parts.join('; ')}.${beside ?? ''}`;
}

/** How many seeds, and what the first three give, where there are more: what a run of three would have said. */
function seedsText(task, runs) {
  if (runs.length === 1) return 'one seed';
  if (runs.length <= 3) return `${runs.length} seeds`;
  const { mean } = spread(runs.slice(0, 3).map(({ figure }) => figure));
  return `${runs.length} seeds (the first three alone: ${figureText(task, mean)})`;
}
