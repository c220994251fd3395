import vm from 'node:vm';
import { expect } from 'vitest';
import { type WrittenRegex, writtenRegexes } from './regexes';
import { row } from './row';

/** What texts are pumped up from: a character of each class, then mixtures that make expressions begin and fail. */
const classes = [
  ...[
    ' ',
    '0',
    'a',
    '"',
    '(',
    '.',
    '\t',
    '\n',
    '\r',
    'A',
    '_',
    'é',
    "'",
    '\\',
    ',',
    '-',
    ')',
    '[',
    '{',
    '<',
    '#',
    '=',
  ],
];
const mixtures = [
  ...[
    ' \n',
    'a ',
    '0 ',
    '0.',
    '0,',
    '1e',
    'a.',
    'a,',
    'a-',
    '-0',
    'a(',
    '()',
    '[]',
    '[0',
    '{}',
    '<a',
    '\\"',
    '""',
    "''",
    '"a',
    '\\\\',
  ],
  ...[
    '/',
    '*',
    '/*',
    '//',
    '+',
    ':',
    ';',
    '|',
    '~',
    '`',
    '$',
    '&',
    '%',
    '@',
    '!',
    '?',
    '^',
    '\u2028',
    '\0',
    '\r\n',
    'a=',
    '=a',
    '# ',
    'aA',
    'a0',
    '_a',
  ],
];

const longest = 100_000;
/** Linear ones take a millisecond; what takes a square, some seconds. */
const limit = 400; // ms

/** Milliseconds that the expression takes, at most `longest` characters of it; a run that is ended counts as that limit. */
function timeOf({ pattern, flags }: WrittenRegex, text: string): number {
  const run = new vm.Script(flags.includes('g') ? 'text.replace(regex, "")' : 'regex.test(text)');
  const context = vm.createContext({ regex: new RegExp(pattern, flags), text });
  const began = performance.now();
  try {
    run.runInContext(context, { timeout: limit * 2 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
  }
  return performance.now() - began;
}

/** What stands before the pump, so that the expression gets to its repetitions: its own literal beginning. */
function beginningsOf({ pattern }: WrittenRegex): string[] {
  const literal = /^\^?((?:[\w "'=<:,@#-]|\\[.[({/])+)/.exec(pattern)?.[1]?.replaceAll('\\', '') ?? '';
  return [...new Set(['', literal])];
}

row(
  'regular expressions over 100 kB of each class of character: linear',
  { quick: 6, full: classes.length + mixtures.length, limit: 1_800_000 },
  async (count, tally) => {
    const pumps = [...classes, ...mixtures].slice(0, count);
    for (const regex of writtenRegexes()) {
      await tally.try(`${regex.place} /${regex.pattern}/${regex.flags}`, () => {
        for (const pump of pumps) {
          for (const beginning of beginningsOf(regex)) {
            // the end makes what looked like a match fail
            const text = `${beginning}${pump.repeat(longest / pump.length)}\u0001`;
            // on a busy machine one measurement may be anything
            const time = () => timeOf(regex, text);
            expect(
              time() < limit || time() < limit,
              `${JSON.stringify(pump)} after ${JSON.stringify(beginning)}`,
            ).toBe(true);
          }
        }
      });
    }
  },
);
