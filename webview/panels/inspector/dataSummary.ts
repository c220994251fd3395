import type { DataReport } from '../../../src/core/network/dataReport';
import { formatShape } from '../../../src/core/shape';
import { numberText } from '../../../src/runs/figures/numberText';
import { child } from '../dom/child';
import { setSubscripted } from '../dom/setSubscripted';
import { setText } from '../dom/setText';

/** What was worked out from the data: m, n_x, the classes, and how it is read. */
export function dataSummary(root: HTMLElement, report: DataReport | undefined): void {
  const facts = report?.facts;
  root.hidden = !facts;
  if (!facts) return;
  const { examples, inputShape, targets } = facts;
  const chips = child(root, 'dl.figures');
  const test = examples.test > 0 ? ` + ${numberText(examples.test)} test` : '';
  figure(chips, 'm', 'm', `${numberText(examples.train)}${test}`, 'Number of examples');
  const n = inputShape.reduce((product, size) => product * size, 1);
  const shape = inputShape.length > 1 ? ` ${formatShape(inputShape)}` : '';
  figure(chips, 'n-x', 'n_x', `${numberText(n)}${shape}`, 'Values of one example');
  const classes = targets.classes;
  figure(
    chips,
    'target',
    classes ? 'classes' : 'n_y',
    classes ? numberText(classes.length) : numberText(targets.n),
    'What is predicted',
  );
  setText(child(root, 'p.classes'), classes ? shorten(classes) : '').hidden = !classes;
  const choices = child(root, 'ul.choices');
  choices.hidden = facts.choices.length === 0;
  while (choices.children.length > facts.choices.length) choices.lastElementChild?.remove();
  facts.choices.forEach((choice, i) => {
    setText(choices.children[i] ?? choices.appendChild(document.createElement('li')), choice);
  });
}

function figure(root: HTMLElement, name: string, title: string, value: string, description: string): void {
  const box = child(root, `div.${name}`);
  box.title = description;
  setSubscripted(child(box, 'dt'), title);
  setText(child(box, 'dd'), value);
}

const shorten = (classes: readonly string[]) =>
  classes.length > 12
    ? `${classes.slice(0, 12).join(', ')}, … and ${classes.length - 12} more`
    : classes.join(', ');
