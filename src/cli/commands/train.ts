import { join, relative } from 'node:path';
import { newRun } from '../../runs/newRun';
import type { MetricPoint, RunInfo } from '../../runs/run';
import { runFiles } from '../../runs/runFolder';
import { startSession } from '../../runs/session';
import { exitCodes } from '../exitCodes';
import { printEvery } from '../printEvery';
import { readNetworkFile } from '../readNetworkFile';
import { briefly } from '../terminal/briefly';
import { duration } from '../terminal/duration';
import { percent } from '../terminal/percent';
import { plainEngine } from '../terminal/plainEngine';
import { progressBar } from '../terminal/progressBar';
import { sixDigits } from '../terminal/sixDigits';
import type { Terminal } from '../terminal/terminal';
import type { Command } from './command';

export const train: Command = {
  name: 'train',
  summary: 'Trains a network on its data.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: {
    json: { help: 'Prints one JSON object a line.' },
    iterations: { value: 'N', as: 'count', help: 'Takes N steps, whatever the file says.' },
    every: { value: 'N', as: 'count', help: 'Prints the cost of every Nth iteration.' },
    threads: {
      value: 'N',
      as: 'count',
      help: 'Uses at most N threads instead of one for each processor. The result is the same to the last bit.',
    },
    out: { value: 'DIR', help: 'Keeps the run in DIR instead of .layerwise/runs/<time> beside the file.' },
  },
  details: [
    'Prints the cost before the update of every 100th iteration: with --json more often in runs of fewer than 2500 iterations, on a terminal at most 25 lines. Iteration N of N is the cost over the training set after the last update.',
    'With --json each line is {"iteration":0,"cost":0.6931471805599453,…} with trainAccuracy, testAccuracy and testCost where they were computed, and the last {"done":true,"trainAccuracy":…,"testAccuracy":…,"seconds":…,"weights":"…"}; accuracies are shares from 0 to 1. Of data that stay in their file because they are bigger than memory, measuredOn says how many examples that is of. Where the targets are numbers there is trainError and testError, the mean absolute error, instead. A training that diverged ends with {"diverged":true,…}, a stopped one with {"stopped":true,…}.',
    'Ctrl-C stops and keeps the weights; a second one ends the process at once.',
    'Exit code 0 when finished, 1 where the network has errors or the training diverged, 2 where a file can’t be read, 130 after Ctrl-C.',
  ],
  async run({ operands, text, count, switched, terminal }) {
    const network = await readNetworkFile(operands[0]!);
    const show = switched('json')
      ? jsonLines(terminal, count('every'))
      : costLines(terminal, network.name, count('every'));
    const session = startSession(
      reading =>
        newRun(
          {
            file: network.file,
            text: network.text,
            iterations: count('iterations'),
            folder: text('out'),
            threads: count('threads'),
          },
          reading,
        ),
      show,
      { keepAlso: count('every') },
    );
    terminal.onInterrupt(session.stop);
    const info = await session.ended;
    if (!info) {
      terminal.note('Stopped before the first step.');
      return exitCodes.interrupted;
    }
    show.end(info);
    if (info.state === 'diverged') return exitCodes.fault;
    return info.state === 'stopped' ? exitCodes.interrupted : exitCodes.done;
  },
};

interface Show {
  progress?(stage: string, share?: number): void;
  run(info: RunInfo): void;
  metric(point: MetricPoint): void;
  end(info: RunInfo): void;
}

function jsonLines(terminal: Terminal, every: number | undefined): Show {
  let last: MetricPoint | undefined;
  let stride = 1;
  return {
    run({ iterations }) {
      stride = every ?? Math.min(100, printEvery(iterations));
    },
    metric(point) {
      last = point;
      const { iteration, epoch, cost, trainAccuracy, testAccuracy, testCost, trainError, testError } = point;
      if (iteration % stride !== 0) return;
      terminal.line(
        JSON.stringify({
          iteration,
          cost,
          epoch,
          trainAccuracy,
          testAccuracy,
          testCost,
          trainError,
          testError,
        }),
      );
    },
    end({ state, folder, message, iteration, measuredOn }) {
      const { trainAccuracy, testAccuracy, trainError, testError, seconds = 0 } = last ?? {};
      const weights = join(folder, runFiles.last);
      terminal.line(
        JSON.stringify(
          state === 'finished'
            ? { done: true, trainAccuracy, testAccuracy, trainError, testError, measuredOn, seconds, weights }
            : { done: false, [state]: true, iteration, message, seconds, weights },
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
  return {
    progress(stage, share) {
      terminal.bar(progressBar(share ?? 0, stage));
    },
    run(info) {
      if (last) return;
      iterations = info.iterations;
      stride = every ?? printEvery(iterations);
      terminal.note(
        `Training ${name}: ${iterations} iterations, seed ${info.seed}, ${plainEngine(info.engine ?? '')}.`,
      );
      terminal.note(`Data: ${briefly(info.choices ?? [])}`);
    },
    metric(point) {
      last = point;
      const { iteration, cost, seconds } = point;
      if (iteration % stride === 0) terminal.line(`Cost after iteration ${iteration}: ${sixDigits(cost)}`);
      if (performance.now() - drawn < 100) return;
      drawn = performance.now();
      const left = (seconds / (iteration + 1)) * (iterations - iteration);
      terminal.bar(progressBar(iteration / iterations, `cost ${sixDigits(cost)}  ${duration(left)} left`));
    },
    end({ state, folder, message, iteration, measuredOn }) {
      const weights = relative('', join(folder, runFiles.last));
      if (state === 'diverged') terminal.note(message!);
      if (state === 'stopped') terminal.note(`Stopped at iteration ${iteration}.`);
      if (state === 'finished' && last) {
        if (last.trainAccuracy !== undefined) terminal.line(`Train accuracy: ${percent(last.trainAccuracy)}`);
        if (last.testAccuracy !== undefined) terminal.line(`Test accuracy: ${percent(last.testAccuracy)}`);
        if (last.trainError !== undefined)
          terminal.line(`Train mean absolute error: ${sixDigits(last.trainError)}`);
        if (last.testError !== undefined)
          terminal.line(`Test mean absolute error: ${sixDigits(last.testError)}`);
        if (measuredOn) terminal.note(`Measured on ${measuredOn}.`);
        terminal.note(`Took ${duration(last.seconds)}.`);
      }
      terminal.note(`Weights: ${weights}`);
    },
  };
}
