import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { durationText } from '../../../src/runs/figures/durationText';
import { numberText } from '../../../src/runs/figures/numberText';
import type { RunInfo } from '../../../src/runs/run';
import { type ShownStage, shownStage, stageOf, stageWords } from '../../../src/runs/stage';
import { stepsOf, stepsTaken } from '../../../src/runs/stepsTaken';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';
import { stepsPerSecond } from './pace';

const icons: { readonly [S in ShownStage]: string } = {
  none: 'graph-line',
  preparing: 'loading',
  ready: 'circle-large-outline',
  running: 'play-circle',
  elsewhere: 'link-external',
  paused: 'debug-pause',
  stopped: 'stop-circle',
  finished: 'pass',
  diverged: 'flame',
  failed: 'error',
};

/** The state of the run, and how far it is. */
export function runProgress(root: HTMLElement, { run, points, progress }: ViewState): void {
  root.hidden = !run && !progress;
  if (!run && !progress) return;
  const state = run?.state ?? 'preparing';
  const last = points.at(-1);
  const total = run?.info.iterations ?? 0;
  const taken = run ? stepsTaken(last, run.info) : 0;

  const line = child(root, 'div.state');
  line.dataset.state = state;
  line.setAttribute('role', 'status');
  const stage = run ? shownStage(stageOf(run, last), state) : state;
  const doubtful = stage === 'finished' && run?.info.verdict !== undefined;
  line.classList.toggle('doubtful', doubtful);
  icon(line, doubtful ? 'warning' : icons[stage]);
  setText(child(line, 'span.word'), progress?.stage ?? stageWords[stage]);
  setText(child(line, 'span.count'), last || state === 'paused' ? stepsOf(taken, total) : '');

  const bar = child(root, 'vscode-progress-bar');
  bar.setAttribute('aria-label', 'Progress of the run');
  bar.ariaLabel = 'Progress of the run';
  bar.indeterminate = state === 'preparing' && progress?.share === undefined;
  bar.max = 1;
  bar.value = state === 'preparing' ? (progress?.share ?? 0) : total > 0 ? taken / total : 0;
}

/** How fast it is, and how long it will take. */
export function runPace(root: HTMLElement, { run, points }: ViewState): void {
  const last = points.at(-1);
  root.hidden = !run || !last;
  if (!run || !last) return;
  const figures = child(root, 'dl.figures');
  const total = run.info.iterations;
  const speed = stepsPerSecond(points);
  figure(figures, 'epoch', 'epoch', numberText(last.epoch));
  figure(figures, 'speed', 'steps/s', speed === undefined ? '–' : numberText(Number(speed.toPrecision(3))));
  child(figures, 'div.speed').title = speedTitle(run?.info, speed);
  figure(figures, 'elapsed', 'elapsed', durationText(last.seconds));
  const left =
    speed && run.state === 'running' ? durationText((total - stepsTaken(last, run.info)) / speed) : '–';
  figure(figures, 'left', 'left', left);
}

/** What the steps run on, and how fast that is: counted as the notes write a step, whatever it was rewritten to. */
function speedTitle(info: RunInfo | undefined, speed: number | undefined): string {
  const { engine, flopsPerStep } = info ?? {};
  const rate =
    speed && flopsPerStep
      ? `${numberText(Number(((speed * flopsPerStep) / 1e9).toPrecision(3)))} GFLOP/s`
      : undefined;
  return [engine, rate].filter(text => text !== undefined).join(': ');
}

function figure(root: HTMLElement, name: string, title: string, value: string): void {
  const box = child(root, `div.${name}`);
  setText(child(box, 'dt'), title);
  setText(child(box, 'dd'), value);
}
