import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { jsonType, Tape, TapeWriter } from './tape';

/** What of a text with faults can still be understood, and its faults. */
export interface BrokenTape {
  /** Undefined where there is no value at all, or the text was left. */
  readonly tape: Tape | undefined;
  readonly errors: readonly ParseError[];
  /** Whether there are more faults than are looked for: then the text was left. */
  readonly leftOff: boolean;
}

/** Reads JSON with comments and commas after the last item, with faults, of which `most` are looked for. */
export function readBrokenTape(text: string, most: number): BrokenTape {
  const errors = new Errors(most);
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    return { tape: root && tapeOf(text, root), errors, leftOff: false };
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return { tape: undefined, errors, leftOff: true };
  }
}

class TooManyErrors extends Error {}

/** The one way to stop the parser. */
class Errors extends Array<ParseError> {
  constructor(private readonly most: number) {
    super();
  }

  override push(error: ParseError): number {
    if (this.length >= this.most) throw new TooManyErrors();
    return super.push(error);
  }

  static override get [Symbol.species]() {
    return Array;
  }
}

function tapeOf(text: string, root: Node): Tape {
  const writer = new TapeWriter(text.length);
  const odd = new Map<number, unknown>();
  const write = (node: Node): void => {
    const { type, offset, children } = node;
    const end = offset + node.length;
    const at = writer.open(jsonType[type], offset);
    if (children) for (const child of children) write(child);
    else if (node.value !== plain(text.slice(offset, end), type)) odd.set(at, node.value);
    writer.close(at, end);
  };
  write(root);
  return new Tape(text, writer.entries(), false, odd);
}

/** What a value stands for if nothing is wrong with it and nothing written with a backslash. */
function plain(written: string, type: Node['type']): unknown {
  if (type === 'string') return written.slice(1, -1);
  if (type === 'number') return Number(written);
  return type === 'null' ? null : written === 'true';
}
