import type { Expected } from './expected';
import { logicalLines } from './logicalLines';
import type { Program } from './readPrograms';

/** What a checker says of a program. */
export interface Finding {
  /** From 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: string;
  readonly message: string;
}

/** How near to an expected line the nearest error or warning is: on its statement, a line off, at a call that led there. */
export type Nearness = 'hit' | 'near' | 'caller' | 'miss';

export interface Verdict {
  readonly program: Program;
  /** One for each expected line. */
  readonly found: readonly { readonly expected: Expected; readonly nearness: Nearness }[];
  /** Errors on no expected statement and no call that led to one. */
  readonly alarms: readonly Finding[];
  /** Warnings there. */
  readonly warnings: readonly Finding[];
}

/** Compares what was found with what is expected. A statement over several lines counts whole. */
export function judge(program: Program, findings: readonly Finding[]): Verdict {
  const statements = logicalLines(program.text);
  const statementOf = (line: number) => statements.find(({ first, last }) => first <= line && line <= last);
  const on = (line: number, reach: number) => {
    const { first, last } = statementOf(line) ?? { first: line, last: line };
    return (finding: Finding) => finding.line >= first - reach && finding.line <= last + reach;
  };
  const said = findings.filter(({ severity }) => severity !== 'information');
  const places = (expected: Expected) => [expected.line, ...(expected.or ?? [])];
  const nearness = (expected: Expected): Nearness => {
    const near = (lines: readonly number[], reach: number) => lines.some(line => said.some(on(line, reach)));
    if (near(places(expected), 0)) return 'hit';
    if (near(places(expected), 1)) return 'near';
    return near(expected.callers ?? [], 0) ? 'caller' : 'miss';
  };
  const accounted = program.expected.flatMap(expected => [...places(expected), ...(expected.callers ?? [])]);
  const elsewhere = said.filter(finding => !accounted.some(line => on(line, 0)(finding)));
  return {
    program,
    found: program.expected.map(expected => ({ expected, nearness: nearness(expected) })),
    alarms: elsewhere.filter(({ severity }) => severity === 'error'),
    warnings: elsewhere.filter(({ severity }) => severity === 'warning'),
  };
}
