import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How often a row is tried: some in `npm test`, all of them by `npm run trust`. */
export interface Tries {
  readonly quick: number;
  readonly full: number;
  /** Milliseconds that the full row may take; ten minutes where it isn't said. */
  readonly limit?: number;
}

/** Counts what was tried and what held. */
export interface Tally {
  /** Runs `body` as one try, which has failed where it throws. `label` names it so that it can be tried alone. */
  try(label: string, body: () => unknown): Promise<void>;
}

/** Set by `npm run trust`: the file that gets a line of JSON a row. */
const report = process.env.LAYERWISE_TRUST_REPORT;
const shownFailures = 10;

/**
 * A row of the table of trust: a promise that is tried many times. It fails where one try fails or none was made, and
 * prints `tried / passed`.
 * @param body makes `count` tries through its tally; the same ones each time, from a seed of its own
 */
export function row(name: string, tries: Tries, body: (count: number, tally: Tally) => Promise<void>): void {
  const count = report ? tries.full : tries.quick;
  test(name, { timeout: report ? (tries.limit ?? 600_000) : 180_000 }, async () => {
    const began = performance.now();
    const failures: string[] = [];
    let tried = 0;
    await body(count, {
      async try(label, once) {
        tried++;
        try {
          await once();
        } catch (error) {
          failures.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
        }
      },
    });
    const seconds = (performance.now() - began) / 1000;
    const passed = tried - failures.length;
    if (report) appendFileSync(report, `${JSON.stringify({ name, tried, passed, seconds })}\n`);
    console.log(`${name}: ${tried} tried, ${passed} passed`);
    expect(failures.slice(0, shownFailures)).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
}
