import type { Problem, Severity } from '../problem';

/** How many problems there are of each severity, those among them that `and 7,800 more` stands for. */
export function problemCounts(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity, more } of problems) {
    if (!more) counts[severity]++;
    else for (const each of severities) counts[each] += more[each];
  }
  return counts;
}

const severities = ['error', 'warning', 'information'] as const;
