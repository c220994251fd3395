import { scoresByClass } from '../core/metrics';
import { shareText } from '../runs/figures/shareText';
import { columns } from './columns';

const share = (value: number | null) => (value === null ? '–' : shareText(value));

/** Lines of how well each class of a confusion [true class][predicted class] is found. */
export function classTable(confusion: readonly (readonly number[])[], classes?: readonly string[]): string[] {
  const head = ['class', 'examples', 'precision', 'recall', 'F1'];
  const rows = scoresByClass(confusion).map(({ examples, precision, recall, f1 }, k) => [
    (classes?.[k] ?? String(k)).slice(0, 16),
    String(examples),
    share(precision),
    share(recall),
    share(f1),
  ]);
  return columns([head, ...rows], new Set([1, 2, 3, 4]));
}
