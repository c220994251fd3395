import type { Decimal, NumberNotation, Thousands } from './notation';
import { parseNumber, type WrittenNumber } from './parseNumber';

/** A cell as it stands, and where. */
export interface Place {
  readonly cell: string;
  readonly line: number;
}

/** Numbers of a column that are written alike: `1,234` is one form, `1,234.5` another. */
interface Form extends Place {
  readonly point: WrittenNumber | undefined;
  readonly comma: WrittenNumber | undefined;
  count: number;
  /** Whether all of them are whole with this before the decimals. */
  whole: Record<Decimal, boolean>;
}

/** The forms in which the numbers of a column are written that have more than digits in them. There are few. */
export class WrittenForms {
  private readonly forms = new Map<string, Form>();

  /** Whether the cell is a number in any notation; then it is counted. */
  add(cell: string, line: number): boolean {
    const point = parseNumber(cell, '.');
    const comma = parseNumber(cell, ',');
    if (!point && !comma) return false;
    const key = `${keyOf(point)}|${keyOf(comma)}|${point?.value === comma?.value}`;
    let form = this.forms.get(key);
    if (!form)
      this.forms.set(key, (form = { point, comma, cell, line, count: 0, whole: { '.': true, ',': true } }));
    form.count++;
    if (point && !Number.isInteger(point.value)) form.whole['.'] = false;
    if (comma && !Number.isInteger(comma.value)) form.whole[','] = false;
    return true;
  }

  /** How many can be read in a notation. */
  count(notation: NumberNotation): number {
    return sum(this.all.filter(form => fits(form, notation)).map(({ count }) => count));
  }

  isWhole(notation: NumberNotation): boolean {
    return this.all.every(form => !fits(form, notation) || form.whole[notation.decimal]);
  }

  /** The first that can't be read in a notation. */
  firstMisfit(notation: NumberNotation): Place | undefined {
    return this.all.filter(form => !fits(form, notation)).sort((a, b) => a.line - b.line)[0];
  }

  /** The first that can, and needs it: its thousands, its sign or its comma would be something else in another. */
  example(notation: NumberNotation): Place | undefined {
    const fitting = this.all.filter(form => fits(form, notation));
    const told = (form: Form) => {
      const written = reading(form, notation.decimal)!;
      return Number(written.thousands !== undefined) + Number(form.cell.includes(notation.decimal));
    };
    return fitting.sort((a, b) => told(b) - told(a) || a.line - b.line)[0];
  }

  /** The first number that two notations take for two different ones, and the mark in it. */
  doubtful():
    | (Place & { readonly mark: Decimal; readonly point: number; readonly comma: number })
    | undefined {
    for (const { point, comma, cell, line } of this.all) {
      if (!point || !comma || point.value === comma.value) continue;
      return {
        cell,
        line,
        mark: point.thousands === ',' ? ',' : '.',
        point: point.value,
        comma: comma.value,
      };
    }
    return undefined;
  }

  thousands(decimal: Decimal): readonly (Thousands | undefined)[] {
    return different(this.all.map(form => reading(form, decimal)?.thousands));
  }

  signs(): readonly (string | undefined)[] {
    return different(this.all.map(({ point, comma }) => (point ?? comma)?.sign));
  }

  private get all(): Form[] {
    return [...this.forms.values()];
  }
}

const reading = (form: Form, decimal: Decimal) => (decimal === '.' ? form.point : form.comma);

function fits(form: Form, { decimal, thousands, sign }: NumberNotation): boolean {
  const written = reading(form, decimal);
  if (!written || written.sign !== sign) return false;
  return written.thousands === undefined || written.thousands === thousands;
}

const keyOf = (written: WrittenNumber | undefined) =>
  written ? `${written.thousands ?? ''}${written.sign ?? ''}.` : '';

const different = <T>(list: readonly T[]): (T | undefined)[] => [
  ...new Set<T | undefined>([undefined, ...list]),
];

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
