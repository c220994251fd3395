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

/** Problems in words, each with its fixes as buttons; what is said of several places is said once. */
export function problemList(root: HTMLElement, all: readonly Problem[], press: (fix: Fix) => void): void {
  const places = new Map<string, number>();
  for (const { message } of all) places.set(message, (places.get(message) ?? 0) + 1);
  const said = new Set<string>();
  const problems = all.filter(({ message, fixes }) => {
    const again = said.has(message) && fixes.length === 0;
    said.add(message);
    return !again;
  });
  root.hidden = problems.length === 0;
  while (root.children.length > problems.length) root.lastElementChild?.remove();
  problems.forEach((problem, i) => {
    const item = root.children[i] ?? root.appendChild(document.createElement('div'));
    item.className = `problem ${problem.severity}`;
    icon(item, icons[problem.severity]);
    const count = problem.fixes.length === 0 ? (places.get(problem.message) ?? 1) : 1;
    setText(child(item, 'p.message'), problem.message + (count > 1 ? ` (${count} places)` : ''));
    const fixes = child(item, 'div.fixes');
    fixes.hidden = problem.fixes.length === 0;
    while (fixes.children.length > problem.fixes.length) fixes.lastElementChild?.remove();
    problem.fixes.forEach((fix, n) => {
      button(fixes, `fix-${n}`, { label: fix.title, icon: 'lightbulb', press: () => press(fix) });
    });
  });
}
