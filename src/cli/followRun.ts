import { join, relative } from 'node:path';
import type { MetricValues } from '../core/metrics';
import type { Reading } from '../data/reading';
import { costText } from '../runs/figures/costText';
import { durationText } from '../runs/figures/durationText';
import { figuresInUse } from '../runs/figures/figuresInUse';
import { type TargetNames, targetNames } from '../runs/figures/namedMetric';
import { shownMetrics } from '../runs/figures/shownMetrics';
import { runFiles } from '../runs/folder/runFolder';
import type { MetricPoint, RunInfo } from '../runs/run';
import type { OpenedRun } from '../runs/training/openedRun';
import { startSession } from '../runs/training/session';
import { exitCodes } from './exitCodes';
import { noteEngine } from './noteEngine';
import { printEvery } from './printEvery';
import { briefly } from './terminal/briefly';
import { progressBar } from './terminal/progressBar';
import type { Terminal } from './terminal/terminal';
import { withoutDetails } from './terminal/withoutDetails';

export interface FollowOptions {
  readonly json: boolean;
  /** Prints the cost of every so many iterations. */
  readonly every: number | undefined;
}

/** Trains a run that begins or goes on, and prints it. Gives the exit code; rejects with a user's fault. */
export async function followRun(
  terminal: Terminal,
  name: string,
  { json, every }: FollowOptions,
  open: (reading: Reading) => Promise<OpenedRun>,
): Promise<number> {
  const show = json ? jsonLines(terminal, every) : costLines(terminal, name, every);
  const session = startSession(open, show, { keepAlso: every });
  terminal.onInterrupt(reason => session.stop(reason));
  const info = await session.ended;
  if (!info) {
    terminal.note('Stopped before the first step.');
    return exitCodes.interrupted;
  }
  show.end(info);
  if (info.state === 'diverged') return exitCodes.fault;
  return info.state === 'stopped' ? exitCodes.interrupted : exitCodes.done;
}

/** The file of the weights that the run means. */
const weightsFile = ({ folder, weights }: RunInfo) => join(folder, runFiles[weights ?? 'last']);

interface Show {
  progress?(stage: string, share?: number): void;
  run(info: RunInfo): void;
  metric(point: MetricPoint): void;
  end(info: RunInfo): void;
}

function jsonLines(terminal: Terminal, every: number | undefined): Show {
  let last: MetricPoint | undefined;
  let stride = 1;
  /** What is said of the last point, where it wasn't. */
  let print: (() => void) | undefined;
  return {
    run({ iterations, engineReasons }) {
      if (last) return;
      noteEngine(terminal, engineReasons);
      stride = every ?? Math.min(100, printEvery(iterations));
    },
    metric(point) {
      last = point;
      const { iteration, epoch, cost, learningRate, train, test, testCost } = point;
      print = () =>
        terminal.line(JSON.stringify({ iteration, cost, epoch, learningRate, train, test, testCost }));
      if (iteration % stride !== 0) return;
      print();
      print = undefined;
    },
    end(info) {
      // what came after the last step, whatever its number
      if (info.state === 'finished') print?.();
      const { state, message, iteration, measuredOn, verdict, remarks, engine, engineReasons } = info;
      const { seconds = 0 } = last ?? {};
      const { train, test } = figuresInUse(info, last) ?? {};
      const about = { seconds, weights: weightsFile(info), engine, engineReasons, remarks };
      terminal.line(
        JSON.stringify(
          state === 'finished'
            ? { done: true, message, train, test, measuredOn, verdict, ...about }
            : { done: false, [state]: true, iteration, message, ...about },
        ),
      );
    },
  };
}

function costLines(terminal: Terminal, name: string, every: number | undefined): Show {
  let last: MetricPoint | undefined;
  let iterations = 1;
  let stride = 1;
  let drawn = 0;
  let print: (() => void) | undefined;
  return {
    progress(stage, share) {
      terminal.bar(progressBar(share ?? 0, stage));
    },
    run(info) {
      if (last) return;
      iterations = info.iterations;
      stride = every ?? printEvery(iterations);
      terminal.note(
        `Training ${name}: ${iterations} iterations, seed ${info.seed}, ${withoutDetails(info.engine ?? '')}.`,
      );
      noteEngine(terminal, info.engineReasons);
      terminal.note(`Data: ${briefly(info.choices ?? [])}`);
      for (const said of info.start ?? []) terminal.note(said);
      for (const remark of info.remarks ?? []) terminal.note(remark);
    },
    metric(point) {
      last = point;
      const { iteration, cost, seconds } = point;
      print = () => terminal.line(`Cost after iteration ${iteration}: ${costText(cost)}`);
      if (iteration % stride === 0) {
        print();
        print = undefined;
      }
      if (performance.now() - drawn < 100) return;
      drawn = performance.now();
      const left = (seconds / (iteration + 1)) * (iterations - iteration);
      terminal.bar(progressBar(iteration / iterations, `cost ${costText(cost)}  ${durationText(left)} left`));
    },
    end(info) {
      const { state, folder, message, iteration, measuredOn, verdict } = info;
      const names = targetNames(info);
      if (state === 'finished') print?.();
      if (state === 'diverged') terminal.note(message!);
      if (state === 'stopped') {
        const run = relative('', folder) || '.';
        terminal.note(`Stopped at iteration ${iteration}. layerwise resume ${run} goes on from there.`);
      }
      if (state === 'finished' && last) {
        // of one class only every answer is right
        const { train, test } = figuresInUse(info, last) ?? {};
        if (train && verdict?.code !== 'only-class') terminal.line(`Train ${reached(train, names)}`);
        if (test) terminal.line(`Test ${reached(test, names)}`);
        if (message) terminal.note(message);
        if (measuredOn) terminal.note(`Measured on ${measuredOn}.`);
        terminal.note(`Took ${durationText(last.seconds)}.`);
        if (verdict) terminal.note(`The training went wrong. ${verdict.message}${asked(verdict)}`);
      }
      terminal.note(`Weights: ${relative('', weightsFile(info))}`);
    },
  };
}

/** `R²: 0.9134 (mean absolute error 3.21, …)`: the headline, and beside it the others. */
function reached(values: MetricValues, names: TargetNames): string {
  const [headline, ...others] = shownMetrics(values, names);
  const beside = others.map(({ title, text }) => `${title} ${text}`).join(', ');
  return `${headline?.title}: ${headline?.text}${beside && ` (${beside})`}`;
}

/** What the fix of a verdict would change, for whoever has no button to press: `Setting data.standardise to true may help.` */
function asked({ fix }: NonNullable<RunInfo['verdict']>): string {
  const changes = fix?.edits.flatMap(edit => {
    if (edit.kind === 'set-value') return [`${edit.path.join('.')} to ${JSON.stringify(edit.value)}`];
    return edit.kind === 'set-field'
      ? [`the ${edit.field} of “${edit.id}” to ${JSON.stringify(edit.value)}`]
      : [];
  });
  return changes?.length ? ` Setting ${changes.join(' and ')} may help.` : '';
}
