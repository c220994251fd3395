import { numberText, tickText } from '../../../src/runs/figures/numberText';
import type { EvaluationReport } from '../../../src/runs/run';
import { scatter } from '../../charts/scatter';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { watchedWidth } from '../dom/watchedWidth';
import { select } from '../fields/select';

/** Wider than this a plot says no more. */
const WIDEST = 420;

/** What was drawn last in an element: a frame in which it is the same costs nothing. */
const drawn = new WeakMap<HTMLElement, readonly unknown[]>();

/** What was predicted against what is true, and how far off it is, of one of the targets. */
export function targetPlots(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { evaluation: report, chart } = state;
  const plots = report?.plots ?? [];
  const width = Math.min(
    WIDEST,
    watchedWidth(root, () => targetPlots(root, state, actions)),
  );
  root.hidden = plots.length === 0;
  const plot = plots.find(({ name }) => name === chart.target) ?? plots[0];
  if (!report || !plot || width === 0) return;
  const choice = child(root, 'div.target');
  choice.hidden = plots.length < 2;
  setText(child(choice, 'span'), 'Target');
  select(choice, {
    label: 'Target',
    options: plots.map(({ name }) => ({ value: name, title: name })),
    value: plot.name,
    editable: true,
    choose: target => actions.set({ chart: { ...chart, target } }),
  });
  const last = drawn.get(root);
  if (last?.[0] === plot && last[1] === width) return;
  drawn.set(root, [plot, width]);

  const { name, truth, predicted } = plot;
  const of = `${numberText(truth.length)} ${report.set === 'test' ? 'test' : 'training'} examples`;
  const shared = { width, format: tickText };
  scatter(picture(child(root, 'figure.predicted')), {
    ...shared,
    label: `Predicted against true ${name}, ${of}; on the line they are the same`,
    xLabel: `true ${name}`,
    yLabel: `predicted ${name}`,
    x: truth,
    y: predicted,
    best: 'identity',
    height: Math.max(200, Math.round(width * 0.85)),
  });
  scatter(picture(child(root, 'figure.residuals')), {
    ...shared,
    label: `Residuals, which are predicted less true ${name}, against what is predicted, ${of}`,
    xLabel: `predicted ${name}`,
    yLabel: 'residual (predicted − true)',
    x: predicted,
    y: predicted.map((value, i) => value - truth[i]!),
    best: 'zero',
    height: 180,
  });
  setText(child(root, 'p.sampled'), sampled(report)).hidden = sampled(report) === '';
}

function picture(figure: HTMLElement): SVGSVGElement {
  return (
    figure.querySelector('svg') ??
    figure.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
  );
}

/** What of the examples and the targets is plotted, where it isn't all. */
function sampled({ plots = [], examples, targets = [] }: EvaluationReport): string {
  const points = plots[0]?.truth.length ?? 0;
  return [
    points < examples &&
      `${numberText(points)} of the ${numberText(examples)} examples are plotted, drawn at random.`,
    plots.length < targets.length &&
      `The first ${plots.length} of the ${numberText(targets.length)} targets are plotted.`,
  ]
    .filter(Boolean)
    .join(' ');
}
