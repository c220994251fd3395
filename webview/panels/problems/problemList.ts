import type { Fix, Problem, Severity } from '../../../src/core/problem';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';

const icons: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
};

/** Problems in words, each with its fixes as buttons. */
export function problemList(
  root: HTMLElement,
  problems: readonly Problem[],
  press: (fix: Fix) => void,
): void {
  root.hidden = problems.length === 0;
  while (root.children.length > problems.length) root.lastElementChild?.remove();
  problems.forEach((problem, i) => {
    const item = root.children[i] ?? root.appendChild(document.createElement('div'));
    item.className = `problem ${problem.severity}`;
    icon(item, icons[problem.severity]);
    setText(child(item, 'p.message'), problem.message);
    const fixes = child(item, 'div.fixes');
    fixes.hidden = problem.fixes.length === 0;
    while (fixes.children.length > problem.fixes.length) fixes.lastElementChild?.remove();
    problem.fixes.forEach((fix, n) => {
      button(fixes, `fix-${n}`, { label: fix.title, icon: 'lightbulb', press: () => press(fix) });
    });
  });
}
