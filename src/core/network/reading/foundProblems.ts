import type { Fix, Problem, Severity, Span } from '../../problem';

/** More would tell a person nothing, and each costs its message, its place in three views, and its fixes. */
export const mostProblems = 200;

/**
 * After so many faults of a kind no more of it are looked for: the text is no network, or one mistake has got into all its
 * layers, and to look at each fault of a megabyte holds up the editor at every keystroke.
 */
export const mostLookedFor = 1_000;

/** The first of a list of faults, and one more where there are more than are looked for. */
export function enough<T>(faults: readonly T[]): readonly T[] {
  return faults.length > mostLookedFor ? faults.slice(0, mostLookedFor + 1) : faults;
}

/** Kept before the first sort: so that many faults cost a sort of a few thousand now and then, not one of all. */
const kept = 4_000;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/**
 * An edit may take as long as its text is. So many characters may be gone through for the fixes of one analysis, some 100 ms:
 * all 200 of a text of 25,000, the first 5 that are looked at in one of a million.
 */
const charactersForFixes = 5_000_000;

/** A fault as it is found: how bad and where, which is all that it takes to choose, and the rest where it is chosen. */
interface Found {
  readonly rank: number;
  readonly span: Span;
  readonly order: number;
  readonly problem: () => Problem;
}

/**
 * Takes the faults of a text, however many, in time that grows with their number. Of more than `mostProblems` the errors
 * go before the warnings and those before the remarks, and of each the first in the text; the last problem then says
 * how many more there are.
 */
export class FoundProblems {
  #found: Found[] = [];
  #last: Found | undefined;
  #room = charactersForFixes;
  #leftOff = false;
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };

  constructor(private readonly text: string) {}

  add(severity: Severity, span: Span, problem: () => Problem): void {
    const order = this.#counts.error + this.#counts.warning + this.#counts.information;
    this.#counts[severity]++;
    const rank = ranks[severity];
    if (this.#last && compare(this.#last, rank, span) <= 0) return;
    this.#found.push({ rank, span, order, problem });
    if (this.#found.length >= kept) this.#cut();
  }

  /** Faults that are counted without being shown. */
  count(severity: Severity, number: number): void {
    this.#counts[severity] += number;
  }

  /** How many errors there are so far. */
  get errors(): number {
    return this.#counts.error;
  }

  /** Whether there are so many errors that whoever looks for more stops there, with `leaveOff`. */
  get enough(): boolean {
    return this.#counts.error >= mostLookedFor;
  }

  /** The rest isn't looked at, which the last problem says. */
  leaveOff(): void {
    this.#leftOff = true;
  }

  /** A problem whose fixes are worked out when they are first read, and then kept. */
  withFixes(problem: Omit<Problem, 'fixes'>, make: () => readonly Fix[]): Problem {
    let fixes: readonly Fix[] | undefined;
    const first = () => {
      this.#room -= this.text.length;
      return this.#room < 0 ? [] : make();
    };
    return {
      ...problem,
      get fixes() {
        fixes ??= first();
        return fixes;
      },
    };
  }

  /** In the order of their places, and what there are more of at the end. */
  list(): Problem[] {
    this.#cut();
    const problems = this.#found.map(({ problem }) => problem());
    const sorted = problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const more = { ...this.#counts };
    for (const { severity } of sorted) more[severity]--;
    const total = more.error + more.warning + more.information;
    return total > 0 ? [...sorted, andMore(total, more, this.text.length, this.#leftOff)] : sorted;
  }

  #cut(): void {
    this.#found.sort((a, b) => compare(a, b.rank, b.span) || a.order - b.order);
    this.#found.length = Math.min(this.#found.length, mostProblems);
    this.#last = this.#found.length === mostProblems ? this.#found.at(-1) : undefined;
  }
}

function compare(a: Found, rank: number, span: Span): number {
  return a.rank - rank || a.span.start - span.start || a.span.end - span.end;
}

/** Kept, since to make one takes milliseconds. */
const figures = new Intl.NumberFormat('en-US');

/** Stands at the end of the text, as bad as the worst that it stands for. */
function andMore(
  total: number,
  more: Readonly<Record<Severity, number>>,
  length: number,
  leftOff: boolean,
): Problem {
  const others = `${figures.format(total)} more`;
  return {
    code: 'more-problems',
    severity: more.error > 0 ? 'error' : more.warning > 0 ? 'warning' : 'information',
    message: leftOff
      ? `And more than ${others}: correct those above first; until then the rest isn’t looked at.`
      : `And ${others}: correct those above first.`,
    span: { start: Math.max(0, length - 1), end: length },
    more,
    fixes: [],
  };
}
