import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPython, type PythonReport } from '../../src/python/checkPython';
import type { DataFiles, FileFacts } from '../../src/python/files/dataFiles';
import { rules } from '../../src/python/rules';
import { shapeWords } from '../../src/python/values/words';
import { openParser } from './openParser';

/**
 * Programs in Markdown are tests and documents at once. In a block of Python, `# error: [code] part of the message`
 * and `# warning: …` say what is found on their line, and `# revealed: (n_h, m)` what is known of the expression or
 * the assigned value on it. Nothing else may be found. A block `json files` before it tells of data files.
 */
interface Program {
  readonly title: string;
  readonly text: string;
  readonly files: DataFiles;
}

const folder = import.meta.dirname;

function programsIn(file: string): Program[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const programs: Program[] = [];
  let heading = '';
  let files: DataFiles = { describe: () => undefined };
  for (const [, title, language, body] of text.matchAll(
    /^#+ (.*)$|^```(python|json files)\n([\s\S]*?)^```$/gm,
  )) {
    if (title !== undefined) heading = title;
    else if (language === 'json files') {
      const facts = JSON.parse(body!) as Record<string, FileFacts>;
      files = { describe: name => facts[name] };
    } else programs.push({ title: heading, text: body!, files });
  }
  return programs;
}

async function expectAsMarked({ text, files }: Program): Promise<void> {
  const document = (await openParser()).open(text);
  const report = checkPython(document.module, { files });
  expect(found(text, report)).toEqual(marked(text));
  for (const [line, words] of reveals(text))
    expect(`${line}: ${revealed(text, report, line)}`).toBe(`${line}: ${words}`);
}

function marked(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(/#\s*(error|warning|information): \[([\w-]+)\]([^#]*)/g)].map(
        ([, severity, code, part]) => `${i + 1} ${severity} ${code}${part!.trim() && `: ${part!.trim()}`}`,
      ),
    );
}

/** What was found, as the marks say it: with the part of the message that the mark names. */
function found(text: string, { problems }: PythonReport): string[] {
  const marks = marked(text);
  return problems.map(({ span, severity, code, message }) => {
    const start = `${lineOf(text, span.start)} ${severity} ${code}`;
    const mark = marks.find(each => each === start || each.startsWith(`${start}: `));
    const part = mark?.slice(start.length + 2) ?? '';
    return mark && message.includes(part) ? mark : `${start}: ${message}`;
  });
}

function reveals(text: string): (readonly [number, string])[] {
  return text.split('\n').flatMap((line, i) => {
    const words = /#\s*revealed: (.*?)\s*(?:#.*)?$/.exec(line)?.[1];
    return words === undefined ? [] : [[i + 1, words] as const];
  });
}

/** Of the assignment on the line, or else of the longest expression on it. */
function revealed(text: string, { assignments, values }: PythonReport, line: number): string {
  const here = ({ span }: { span: { start: number; end: number } }) => lineOf(text, span.start) === line;
  const target = assignments.find(here);
  const [longest] = values
    .filter(here)
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  const value = (target ?? longest)?.value;
  return (value && shapeWords(value)) ?? 'unknown';
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));

describe.each(files)('%s', file => {
  const programs = programsIn(file);
  it('has programs', () => expect(programs.length).toBeGreaterThan(0));
  it.each(programs.map((program, i) => ({ name: `${program.title} (${i + 1})`, program })))(
    '$name',
    ({ program }) => expectAsMarked(program),
  );
});

describe.each(rules.map(rule => ({ code: rule.code, rule })))('rule $code', ({ rule }) => {
  it.each(rule.examples)('is found in its bad example and not in its good one', async ({ bad, good }) => {
    const files = { describe: () => undefined };
    expect(marked(bad).some(mark => mark.includes(rule.code))).toBe(true);
    await expectAsMarked({ title: '', text: bad, files });
    await expectAsMarked({ title: '', text: good, files });
  });
});
