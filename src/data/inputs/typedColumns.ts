import { DataError } from '../dataError';
import type { ColumnEncoding, Preprocessing } from '../preprocessing';
import type { Range } from '../ranges';
import { encoderOf, widthOf } from '../tables/encoding';
import { namesToType } from './rawInputs';
import { valueText } from './valueText';

/** A value of an example as a person gives it. */
export interface TypedColumn {
  readonly name: string;
  /** The values it may have, where it isn't a number. */
  readonly values?: readonly string[];
  /** Whether it is a text, of which every blank counts. */
  readonly whole?: true;
  /** What an empty field of a text says. */
  readonly hint?: string;
  /** Whether it may be left out: training has learnt what stands in for a gap. */
  readonly gap: boolean;
  /** Where its first input stands in an example. */
  readonly at: number;
  readonly range?: Range;
  /** That range as it is typed in this column: `18–90`, `-3 to 5`, `2020-01-01 to 2020-12-31`. */
  readonly rangeText?: string;
  /** A number as it is typed in this column; undefined where it can't be. */
  text(value: number): string | undefined;
  /** What is wrong with a text for it, in a sentence. */
  fault(text: string): string | undefined;
}

/** What a row to predict is made of: the columns of the table, or the inputs one by one. */
export function typedColumns({ columns, ranges, ...rest }: Preprocessing): TypedColumn[] {
  if (rest.text) {
    return [
      {
        name: 'text',
        at: 0,
        gap: false,
        whole: true,
        hint: 'what comes before',
        text: () => undefined,
        fault: () => undefined,
      },
    ];
  }
  const encodings: readonly ColumnEncoding[] =
    columns ?? namesToType({ ...rest }).map(name => ({ name, as: 'number', missing: Number.NaN }));
  let next = 0;
  return encodings.map(encoding => {
    const at = next;
    next += widthOf(encoding);
    const { name } = encoding;
    const fault = (text: string) => faultOf(encoding, text);
    if (encoding.as === 'text')
      return { name, at, gap: false, whole: true, hint: 'a text', fault, text: () => undefined };
    if (encoding.as !== 'number') {
      const values = encoding.values.filter(value => value !== '');
      const gap = encoding.as === 'one-hot' || encoding.values.includes('');
      return { name, at, values, gap, fault, text: () => undefined };
    }
    const range = ranges?.[at];
    const rangeText = range && textOf(encoding, range);
    const text = (value: number) => valueText(encoding, value);
    return { name, at, gap: columns !== undefined, fault, text, ...(rangeText && { range, rangeText }) };
  });
}

function faultOf(encoding: ColumnEncoding, text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    encoderOf(encoding)(text, new Float64Array(widthOf(encoding)), 0, encoding.name);
    return undefined;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.message.replace(`${encoding.name}: `, '');
  }
}

/** A range in the notation of its column. */
function textOf(column: ColumnEncoding & { readonly as: 'number' }, range: Range): string | undefined {
  const isDate = column.notation !== undefined && 'date' in column.notation;
  const [low, high] = range.map(value => valueText(column, isDate ? value : Number(value.toPrecision(4))));
  if (low === undefined || high === undefined) return undefined;
  return low === high ? low : range[0] < 0 || isDate ? `${low} to ${high}` : `${low}–${high}`;
}
