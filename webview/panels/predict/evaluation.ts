import { costText } from '../../../src/runs/figures/costText';
import { numberText } from '../../../src/runs/figures/numberText';
import { shownMetrics } from '../../../src/runs/figures/shownMetrics';
import { unscoredClasses } from '../../../src/runs/figures/unscoredClasses';
import { confusionMatrix } from '../../charts/confusionMatrix';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { classTable } from './classTable';
import { targetPlots } from './targetPlots';

/** Above this a matrix says no more than its colours. */
const CLASSES = 25;

/** How often the network is right, and what it takes for what. */
export function evaluation(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { evaluation: report, data } = state;
  setText(child(root, 'h2.section'), 'Evaluation');
  const buttons = child(root, 'div.buttons');
  setText(child(buttons, 'span.on'), 'Evaluate on');
  button(buttons, 'test', {
    label: 'Test Set',
    title: 'Evaluate on the test set: examples it never learnt from',
    hidden: data?.facts?.examples.test === 0,
    press: () => actions.ask({ type: 'evaluate', set: 'test' }),
  });
  button(buttons, 'train', {
    label: 'Training Set',
    title: 'Evaluate on the training set: the examples it learnt from',
    press: () => actions.ask({ type: 'evaluate', set: 'train' }),
  });
  const figures = child(root, 'dl.figures');
  const matrix = child(root, 'div.matrix');
  const scores = child(root, 'div.scores');
  targetPlots(child(root, 'div.charts.plots'), state, actions);
  figures.hidden = !report;
  const shown = shownMetrics(report?.metrics, report);
  const said = [
    ...(report?.verdict ? [report.verdict.message] : []),
    ...shown.flatMap(({ why }) => why ?? []),
    ...(report?.confusion ? unscoredClasses(report.confusion) : []),
    ...(report?.notes ?? []),
  ];
  joinChildren(child(root, 'ul.choices'), 'li', said, (item, sentence) => setText(item, sentence));
  matrix.hidden = true;
  scores.hidden = true;
  if (!report) return;
  const { cost, examples, set, classes, confusion } = report;
  const rows: [string, string][] = [
    ...shown.map(({ title, text }): [string, string] => [title, text]),
    [set === 'test' ? 'test examples' : 'training examples', numberText(examples)],
    ['cost', costText(cost)],
  ];
  joinChildren(figures, 'div', rows, (box, [title, value]) => {
    setText(child(box, 'dt'), title);
    setText(child(box, 'dd'), value);
  });
  scores.hidden = !confusion;
  if (confusion) classTable(scores, confusion, classes);
  if (!classes || !confusion || classes.length > CLASSES) return;
  matrix.hidden = false;
  confusionMatrix(matrix, { classes, counts: confusion });
}
