import { scoresByClass } from '../../../src/core/metrics';
import { numberText } from '../../../src/runs/figures/numberText';
import { shareText } from '../../../src/runs/figures/shareText';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';

/** More rows than this nobody reads. */
const ROWS = 1000;

const HEADS = ['class', 'examples', 'precision', 'recall', 'F1'];

/** How well each class of a confusion [true class][predicted class] is found; a dash where that says nothing. */
export function classTable(
  root: HTMLElement,
  confusion: readonly (readonly number[])[],
  classes: readonly string[] | undefined,
): void {
  const table = child(root, 'table.scores');
  table.setAttribute('aria-label', 'Precision, recall and F1 of each class');
  joinChildren(child(child(table, 'thead'), 'tr'), 'th', HEADS, (cell, title) => {
    cell.scope = 'col';
    setText(cell, title);
  });
  const scores = scoresByClass(confusion).slice(0, ROWS);
  joinChildren(child(table, 'tbody'), 'tr', scores, (row, { examples, precision, recall, f1 }, k) => {
    const name = classes?.[k] ?? String(k);
    const cells = [name, numberText(examples), ...[precision, recall, f1].map(share)];
    joinChildren(row, 'td', cells, (cell, text, i) => {
      if (i === 0) cell.setAttribute('role', 'rowheader');
      setText(cell, text).title = i === 0 ? name : '';
    });
  });
}

const share = (value: number | null) => (value === null ? '–' : shareText(value));
