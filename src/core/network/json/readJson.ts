import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../../problem';
import { readBrokenTape } from './brokenTape';
import { type Layout, layoutOf } from './formatJson';
import { JsonNode } from './jsonNode';
import { readTape } from './readTape';

/** A network file holds no weights: one of 5 million characters is something else. */
export const maxLength = 5_000_000;
const maxDepth = 100;
const maxProblems = 10;
/** Slips of syntax that are looked for: a text with more isn't one that somebody is writing. */
const mostSlips = 1_000;

export interface JsonText {
  readonly text: string;
  /** Undefined where there is no value at all, or the text is too large, too deep or too faulty to be read. */
  readonly root: JsonNode | undefined;
  /** The first slips of syntax; what follows them is mostly their consequence. */
  readonly problems: readonly Problem[];
  /** How many more there are, or at least. */
  readonly furtherProblems: number;
  /** Whether there are more still, and the text was left. */
  readonly leftOff: boolean;
  readonly layout: Layout;
  /** Whether nothing but space and comments is written. */
  readonly blank: boolean;
}

/** Reads JSON with comments and trailing commas, as far as it is written. Never throws, however odd the text. */
export function readJson(text: string): JsonText {
  if (text.length > maxLength) {
    const size = Math.round(text.length / 1e6).toLocaleString('en-US');
    return refuse(
      text,
      'too-large',
      { start: 0, end: 0 },
      `This text has ${size} million characters; a network file may have ${maxLength / 1e6} million. Weights and data belong in files of their own.`,
    );
  }
  const sound = readTape(text, maxDepth);
  if (sound) return read(text, { root: new JsonNode(sound) });
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return refuse(
      text,
      'too-deep',
      { start: deep, end: deep + 1 },
      `Brackets are nested more than ${maxDepth} deep here; a network file needs no more than 6. Remove the extra brackets.`,
    );
  }
  const { tape, errors, leftOff } = readBrokenTape(text, mostSlips);
  if (!tape && errors.every(({ error }) => printParseErrorCode(error) === 'ValueExpected')) {
    const message = 'The file is empty. A network begins with { "layers": [ … ] }.';
    return refuse(text, 'bad-json', { start: 0, end: text.length }, message, true);
  }
  const problems = errors.slice(0, maxProblems).map(error => slip(text, error));
  return read(text, {
    root: tape && new JsonNode(tape),
    problems,
    furtherProblems: errors.length - problems.length,
    leftOff,
  });
}

/** What isn't said is as of a sound text. */
function read(text: string, parts: Partial<Omit<JsonText, 'text' | 'layout'>>): JsonText {
  let layout: Layout | undefined;
  return {
    text,
    root: undefined,
    problems: [],
    furtherProblems: 0,
    leftOff: false,
    blank: false,
    ...parts,
    get layout() {
      // only who edits asks for it
      layout ??= layoutOf(text.slice(0, maxLength));
      return layout;
    },
  };
}

function refuse(text: string, code: string, span: Problem['span'], message: string, blank = false): JsonText {
  return read(text, { problems: [{ code, severity: 'error', message, span, fixes: [] }], blank });
}

function slip(text: string, { error, offset, length }: ParseError): Problem {
  // at the end of the text the mark sits on the last character
  const last = Math.max(text.trimEnd().length - 1, 0);
  const start = Math.min(offset, last);
  const end = Math.min(Math.max(offset + length, start + 1), text.length);
  return {
    code: 'bad-json',
    severity: 'error',
    message: messageOf(printParseErrorCode(error), text.slice(start, end)),
    span: { start, end },
    fixes: [],
  };
}

/** Where the nesting passes the limit: jsonc-parser calls itself for each level, so it is counted before. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22 && text.charCodeAt(i) !== 0x0a; i++) {
        if (text.charCodeAt(i) === 0x5c) i++;
      }
    } else if (c === 0x2f && text.charCodeAt(i + 1) === 0x2f) {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else if (c === 0x2f && text.charCodeAt(i + 1) === 0x2a) {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 1;
    } else if (c === 0x5b || c === 0x7b) {
      if (++depth > maxDepth) return i;
    } else if (c === 0x5d || c === 0x7d) {
      depth = Math.max(depth - 1, 0);
    }
  }
  return undefined;
}

/** The message is read beside the text and without it, so it names what a comma is missing before. */
function messageOf(code: string, marked: string): string {
  if (code !== 'CommaExpected') return wordsOf[code] ?? 'This is not JSON.';
  const named = marked.length > LONGEST_NAMED ? `${marked.slice(0, LONGEST_NAMED - 1)}…` : marked;
  return `A comma is missing before ${named}.`;
}

/** In characters. */
const LONGEST_NAMED = 40;

const wordsOf: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'This word means nothing in JSON: text stands in double quotes, and the only words are true, false and null.',
  InvalidNumberFormat: 'This number is not written as JSON has it: such as 4, 0.0075 or 1e-3.',
  PropertyNameExpected: 'The name of a field is expected here, in double quotes.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected between the name of a field and its value.',
  CloseBraceExpected: 'A closing } is missing.',
  CloseBracketExpected: 'A closing ] is missing.',
  EndOfFileExpected: 'The network ends before this; nothing may follow its closing }.',
  InvalidCommentToken: 'A comment is written // to the end of the line, or between /* and */.',
  UnexpectedEndOfComment: 'This comment is never closed: */ is missing.',
  UnexpectedEndOfString: 'This text is never closed: a double quote is missing.',
  UnexpectedEndOfNumber: 'This number stops too early.',
  InvalidUnicode: 'After \\u come four hexadecimal digits.',
  InvalidEscapeCharacter: 'After a backslash comes one of " \\ / b f n r t u; write a backslash as \\\\.',
  InvalidCharacter:
    'This character may not stand in a text as it is: write a tab as \\t and a new line as \\n.',
};
