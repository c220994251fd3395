import { columns } from '../../src/cli/columns';
import type { Checked, Time } from './checker';
import type { Finding, Nearness, Verdict } from './judge';

/** A program with how it was judged and how long it took. */
export interface Result extends Checked {
  readonly verdict: Verdict;
}

/** Everything there is to say of the programs of a folder, as lines. */
export function report(results: readonly Result[]): string[] {
  const wrong = results.filter(({ verdict }) => verdict.program.expected.length > 0);
  const right = results.filter(({ verdict }) => verdict.program.expected.length === 0);
  return [
    ...(wrong.length > 0 ? [...hitTable(wrong), ''] : []),
    ...section('Misses', wrong.flatMap(misses)),
    ...section(
      'Errors on other lines of wrong programs',
      wrong.flatMap(({ verdict }) => places(verdict, verdict.alarms)),
    ),
    ...section(
      'Warnings in right programs',
      right.flatMap(({ verdict }) => places(verdict, verdict.warnings)),
    ),
    ...section(
      'Errors in right programs',
      right.flatMap(({ verdict }) => places(verdict, verdict.alarms)),
    ),
    ...(right.length > 0
      ? [
          `Right programs with an error: ${right.filter(({ verdict }) => verdict.alarms.length > 0).length} of ${right.length}`,
        ]
      : []),
    ...speed(results),
  ];
}

function hitTable(results: readonly Result[]): string[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const { library, expected } = result.verdict.program;
    const inFile = expected.every(entry => entry.inFile !== false);
    for (const name of [library, ...(inFile ? [`${library}, shapes in the file`] : [])]) {
      groups.set(name, [...(groups.get(name) ?? []), result]);
    }
  }
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      const nearness = group.flatMap(({ verdict }) => verdict.found.map(found => found.nearness));
      const count = (wanted: Nearness) => nearness.filter(found => found === wanted).length;
      const share = `${((100 * count('hit')) / nearness.length).toFixed(1)} %`;
      const elsewhere = group.reduce((sum, { verdict }) => sum + verdict.alarms.length, 0);
      return [
        name,
        ...[group.length, count('hit')].map(String),
        share,
        ...[count('near'), count('caller'), count('miss'), elsewhere].map(String),
      ];
    });
  const head = [
    'library',
    'programs',
    'hits',
    'share',
    'a line off',
    'at a call',
    'misses',
    'errors elsewhere',
  ];
  return columns([head, ...rows], new Set([1, 2, 3, 4, 5, 6, 7]));
}

function misses({ verdict: { program, found } }: Result): string[] {
  const lines = program.text.split('\n');
  return found
    .filter(({ nearness }) => nearness !== 'hit')
    .map(({ expected, nearness }) => {
      const how = [
        nearness === 'miss' ? [] : [nearness],
        expected.inFile === false ? ['shapes not in the file'] : [],
      ].flat();
      const notes = how.length > 0 ? ` (${how.join(', ')})` : '';
      return `${program.file}:${expected.line}: ${lines[expected.line - 1]?.trim()}  # ${expected.kind ?? ''}${notes}`;
    });
}

function places({ program }: Verdict, findings: readonly Finding[]): string[] {
  return findings.map(({ line, code, message }) => `${program.file}:${line}: ${code}: ${message}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`${title} (${lines.length}):`, ...lines.map(line => `  ${line}`), ''] : [];
}

function speed(results: readonly Result[]): string[] {
  const lines = results.reduce((sum, { verdict }) => sum + verdict.program.text.split('\n').length, 0);
  const perThousand = (time: (result: Result) => Time) => {
    const share = (part: keyof Time) =>
      ((1000 * results.reduce((sum, result) => sum + time(result)[part], 0)) / lines).toFixed(1);
    return `${share('clock')} ms (of the processor ${share('processor')})`;
  };
  const slowest = results.reduce((slow, result) =>
    result.first.processor > slow.first.processor ? result : slow,
  );
  return [
    `${results.length} programs, ${lines} lines: per 1,000 lines ${perThousand(({ first }) => first)} first, ` +
      `${perThousand(({ edited }) => edited)} after an edit`,
    `Slowest: ${slowest.first.clock.toFixed(0)} ms (${slowest.first.processor.toFixed(0)}) for ${slowest.verdict.program.file}`,
  ];
}
