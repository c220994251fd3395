import { flopsOf } from '../workloads/workload.mjs';
import { counted, percent, threeDigits } from './numbers.mjs';
import { table } from './table.mjs';

const head = ['', 'seconds', 'runs', 'ratio', 'GFLOP/s', 'of peak', 'cost', 'whole process'];

/** The table of one workload, as Markdown. Ratios are to Layerwise in the same precision. */
export function workloadReport(workload, prepared, rows, missing, peak) {
  const { m, steps } = prepared;
  const work = flopsOf(workload, prepared, steps);
  const goal = workload.goal ? ` Goal: ${workload.goal} s.` : '';
  const data = prepared.synthetic
    ? ' Synthetic data of the same shape, because the real ones aren’t here.'
    : '';
  const lines = [
    `### ${workload.name}`,
    '',
    `${workload.shape}; ${counted(m)} examples, ${counted(steps)} steps, ${threeDigits(work / 1e9)} GFLOP.${goal}${data}`,
    '',
    table(
      head,
      rows.map(row => (row.unable ? unableRow(row) : timedRow(row, rows, work, steps, peak))),
    ),
    ...notes(rows, steps, missing),
  ];
  return lines.join('\n');
}

function unableRow({ title, unable }) {
  return [`${title}: ${unable}`, ...head.slice(1).map(() => '')];
}

function timedRow(row, rows, work, steps, peak) {
  const base = rows.find(({ peer, precision }) => peer === 'layerwise' && precision === row.precision);
  const rate = work / row.seconds / 1e9;
  const scaled = row.taken < steps ? '~' : '';
  return [
    row.title + (row.chosenThreads ? `, ${row.chosenThreads} thread${row.chosenThreads > 1 ? 's' : ''}` : ''),
    scaled + threeDigits(row.seconds),
    `${threeDigits(Math.min(...row.times))}–${threeDigits(Math.max(...row.times))}`,
    base ? `${threeDigits(row.seconds / base.seconds)}×` : '–',
    threeDigits(rate),
    peak ? percent(rate / peak[row.precision]) : '–',
    costOf(row),
    row.whole ? threeDigits(row.whole) : '–',
  ];
}

function costOf({ cost, costOfLayerwise }) {
  if (cost === null) return '–';
  const own = cost.toFixed(6);
  if (costOfLayerwise === undefined || costOfLayerwise.toFixed(6) === own) return own;
  return `${own} (${costOfLayerwise.toFixed(6)})`;
}

function notes(rows, steps, missing) {
  const found = [
    ...rows
      .filter(({ taken }) => taken < steps)
      .map(
        ({ title, taken }) =>
          `- ~ ${title} took ${counted(taken)} of ${counted(steps)} steps; its time is scaled to all of them, its cost is that after the steps taken.`,
      ),
    ...rows.filter(({ engine }) => engine).map(({ title, engine }) => `- ${title}: ${engine}.`),
    ...rows.filter(({ note, unable }) => note && !unable).map(({ title, note }) => `- ${title}: ${note}.`),
    ...missing.map(({ peer, missing: reason }) => `- missing: ${peer} (${reason}).`),
  ];
  return found.length > 0 ? ['', ...found] : [];
}
