import { expect } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { problemCounts } from '../../src/core/network/problemCounts';
import { mostProblems } from '../../src/core/network/reading/foundProblems';
import { type HostileDocument, hostileDocuments, ofLength } from './hostile/documents';
import { row } from './row';

/** Milliseconds of the processor: other processes that take their turns don't count. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1000;
}

/** The least of some tries, since other threads of this process count too. */
function leastCost(text: string, tries = 2): number {
  return Math.min(...Array.from({ length: tries }, () => cost(() => analyze(text))));
}

/** Below this the clock and the warming up decide. */
const measurable = 20; // ms
/** Twice the faults may take so many times as long: four times would be what makes an editor hang. */
const growth = 3;
/** On a machine that does much else, where the collector of garbage takes most of it. */
const bound = (characters: number) => 100 + characters / 3_000; // ms

interface Taken {
  readonly once: number;
  readonly twice: number;
}

/** Costs of a document and of one twice as long, measured again where the longer one seems to take too long. */
function measure(document: HostileDocument, length: number): Taken {
  const once = ofLength(document, length);
  const twice = ofLength(document, 2 * length);
  let taken: Taken = { once: leastCost(once), twice: leastCost(twice) };
  for (let again = 0; again < 4 && !isLinear(taken); again++)
    taken = { once: leastCost(once), twice: leastCost(twice) };
  return taken;
}

function isLinear({ once, twice }: Taken): boolean {
  return twice < growth * Math.max(once, measurable);
}

row(
  'the extension host: time over hostile documents grows no faster than they do',
  { quick: 30_000, full: 500_000 },
  async (length, tally) => {
    const table: string[] = [];
    for (const document of hostileDocuments) {
      await tally.try(document.name, () => {
        const taken = measure(document, length);
        table.push(`  ${document.name}: ${taken.once.toFixed(0)} → ${taken.twice.toFixed(0)} ms`);
        expect(isLinear(taken), `${taken.once} ms, twice as long ${taken.twice} ms`).toBe(true);
        expect(taken.twice).toBeLessThan(bound(2 * length));
      });
    }
    console.log(`${length.toLocaleString('en-US')} characters → twice as many\n${table.join('\n')}`);
  },
);

row(
  'the extension host: at most 200 problems of a document, and how many more',
  { quick: 15_000, full: 300_000 },
  async (length, tally) => {
    for (const document of hostileDocuments) {
      await tally.try(document.name, () => {
        const text = ofLength(document, length);
        const { problems } = analyze(text);
        const last = problems.at(-1);
        const shown = last?.more ? problems.slice(0, -1) : problems;
        expect(shown.length).toBeLessThanOrEqual(mostProblems);
        if (last?.more) {
          const more = Object.values(last.more).reduce((sum, count) => sum + count);
          const counts = problemCounts(problems);
          expect(last.message).toContain(more.toLocaleString('en-US'));
          expect(counts.error + counts.warning + counts.information).toBe(shown.length + more);
          // no warning is shown where an error isn't
          if (last.more.error > 0) expect(shown.every(({ severity }) => severity === 'error')).toBe(true);
        }
        expect(shown.every(({ more }) => more === undefined)).toBe(true);
        for (const { span, message } of problems) {
          expect(span.start >= 0 && span.end <= text.length && span.start <= span.end).toBe(true);
          expect(message.length).toBeLessThan(2_000);
        }
        // all fixes together, which a view may ask for
        expect(cost(() => problems.map(({ fixes }) => fixes.length))).toBeLessThan(8_000);
      });
    }
  },
);
