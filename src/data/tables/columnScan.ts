import { CellSample } from './cellSample';
import { DatedTexts } from './dates/datedTexts';
import { isGap, isGapAmongNumbers, isLikelyGap } from './gaps';
import {
  type DateOrder,
  type Decimal,
  type Notation,
  type NumberNotation,
  plainly,
} from './numbers/notation';
import { type NumberReader, numberReader } from './numbers/numberReader';
import { plainNumber } from './numbers/plainNumber';
import { simpleDecimal } from './numbers/simpleDecimal';
import { WholeNumbers } from './numbers/wholeNumbers';
import { type Place, WrittenForms } from './numbers/writtenForms';
import { ownCopy } from './ownCopy';
import { truthOf } from './truthOf';

/** Different texts of a column that are remembered; a column with more isn't one of categories. */
export const distinctLimit = 1000;

/**
 * What a first pass over a table finds out about a column, cell by cell, in bounded memory. What is a number, and which,
 * is only known when all cells are seen and the column is `settled`.
 */
export class ColumnScan {
  readonly sample = new CellSample();
  /** Cells that are gaps whatever the column holds. */
  private gaps = 0;
  /** Cells that are gaps if the column otherwise holds numbers, and how they are written. */
  private likelyGaps = 0;
  private readonly likelyMarks = new Set<string>();
  private cells = 0;
  /** Cells that hold NA, which is a gap, or Namibia. */
  private letters = 0;
  private keepsLetters = false;
  private isTruth = false;
  /** Whole numbers without marks in them. */
  private readonly wholes = new WholeNumbers();
  /** Numbers with a point, and with a comma, that nothing else could be meant by. */
  private readonly decimals: Record<Decimal, number> = { '.': 0, ',': 0 };
  private readonly isFraction: Record<Decimal, boolean> = { '.': false, ',': false };
  private readonly firstDecimal: Partial<Record<Decimal, Place>> = {};
  private readonly forms = new WrittenForms();
  /** Cells that are neither gaps nor numbers. */
  private readonly texts = new DatedTexts();
  /** Whether a cell that was remembered came again. */
  private comesAgain = false;
  /** How often each different cell comes, in order of appearance; undefined where there are too many. */
  distinct: Map<string, number> | undefined = new Map();
  notation: Notation = plainly;
  private read: NumberReader = plainNumber;

  constructor(
    readonly name: string,
    private readonly file: string,
    /** Whether the table has no name for it. */
    readonly unnamed = false,
    /** The categories that the file declares for it, in their order; then it is one of categories, whatever they look like. */
    readonly declared?: readonly string[],
  ) {}

  add(cell: string, line: number, row: number): void {
    this.sample.add(cell);
    this.cells++;
    const value = plainNumber(cell);
    if (Number.isNaN(value)) {
      if (isGap(cell)) {
        this.gaps++;
        if (cell.trim() === 'NA') this.letters++;
        return;
      }
      this.addMarked(cell, line);
    } else if (!Number.isInteger(value)) {
      if (this.isFraction['.']) this.decimals['.']++;
      else this.addMarked(cell, line);
    } else if (this.decimals['.'] === 0 && cell.includes('.')) {
      this.addMarked(cell, line);
    } else {
      this.wholes.add(cell, value, line, row);
    }
    if (this.distinct) this.remember(this.distinct, cell.trim());
  }

  private addMarked(cell: string, line: number): void {
    if (beginsWithLetter(cell)) {
      if (isLikelyGap(cell)) this.addLikelyGap(cell);
      else this.texts.add(cell, line);
      return;
    }
    for (const decimal of ['.', ','] as const) {
      const value = simpleDecimal(cell, decimal);
      if (value === undefined) continue;
      if (!Number.isInteger(value)) this.isFraction[decimal] = true;
      this.decimals[decimal]++;
      this.firstDecimal[decimal] ??= { cell: ownCopy(cell), line };
      return;
    }
    if (isLikelyGap(cell)) this.addLikelyGap(cell);
    else if (!this.forms.add(ownCopy(cell), line)) this.texts.add(cell, line);
  }

  private addLikelyGap(cell: string): void {
    this.likelyGaps++;
    this.likelyMarks.add(ownCopy(cell.trim()));
  }

  /** Takes NA for a value where all others are codes of two capitals, as of countries; says whether it does. */
  keepLetters(): boolean {
    const { distinct, letters } = this;
    if (letters === 0 || !distinct || distinct.size < 5) return false;
    if (![...distinct.keys()].every(cell => /^[A-Z]{2}$/.test(cell))) return false;
    distinct.set('NA', letters);
    this.gaps -= letters;
    this.keepsLetters = true;
    return true;
  }

  /** Where all values are truth, takes TRUE, True and true for one. */
  uniteTruth(): void {
    const { distinct } = this;
    if (!distinct) return;
    const cells = [...distinct];
    if (cells.length === 0 || !cells.every(([cell]) => truthOf(cell))) return;
    this.isTruth = true;
    distinct.clear();
    for (const [cell, count] of cells) {
      const value = truthOf(cell)!;
      distinct.set(value, (distinct.get(value) ?? 0) + count);
    }
  }

  /** The value that a cell stands for among `distinct`. */
  valueOf(cell: string): string {
    return this.isTruth ? (truthOf(cell) ?? cell) : cell;
  }

  /** From now on the numbers are those of this notation. */
  settle(notation: Notation): void {
    this.notation = notation;
    this.read = numberReader(notation);
  }

  /** How many numbers there are in the notation. */
  get numbers(): number {
    return 'date' in this.notation ? this.texts.dates : this.countIn(this.notation);
  }

  countIn(notation: NumberNotation): number {
    const unsigned = notation.sign ? 0 : this.wholes.count + this.decimals[notation.decimal];
    return unsigned + this.forms.count(notation);
  }

  /** How many cells are dates. */
  get dates(): number {
    return this.texts.dates;
  }

  /** Cells that aren't gaps, whatever the column holds. */
  get filled(): number {
    return this.cells - this.gaps - this.likelyGaps;
  }

  get missing(): number {
    return this.gaps + (this.isNumeric ? this.likelyGaps : 0);
  }

  /** The marks of gaps that would be values in a column of texts. */
  get marks(): readonly string[] {
    return this.isNumeric ? [...this.likelyMarks] : [];
  }

  /** Whether a cell is a gap in this column. */
  isGap(cell: string): boolean {
    return this.isNumeric ? isGapAmongNumbers(cell) : isGap(cell) && !this.distinct?.has(cell.trim());
  }

  /** Whether cells are gaps here that aren't in every column, or the other way round. */
  get hasOwnGaps(): boolean {
    return this.marks.length > 0 || this.keepsLetters;
  }

  /** Cells that aren't missing. */
  get present(): number {
    return this.cells - this.missing;
  }

  get isNumeric(): boolean {
    return !this.declared && this.numbers > 0 && this.numbers === this.filled;
  }

  /** Whether all numbers are whole. */
  get whole(): boolean {
    if ('date' in this.notation) return false;
    return !this.isFraction[this.notation.decimal] && this.forms.isWhole(this.notation);
  }

  /** What the numbers are more than the index of their row, where they are all there and count the rows. */
  get countsFrom(): number | undefined {
    return this.areWhole ? this.wholes.countsFrom : undefined;
  }

  /** Whether the cells are whole numbers, each larger than the one before, as what is left of an index. */
  get isRisingWhole(): boolean {
    return this.areWhole && this.wholes.isRising;
  }

  /** Whether they are whole numbers of which none is seen to come twice: only so many are remembered. */
  get isUnique(): boolean {
    return this.areWhole && !this.comesAgain && !this.wholes.areCrowded;
  }

  private get areWhole(): boolean {
    return this.wholes.count === this.cells;
  }

  /** The first cell that is neither missing nor a number. */
  get firstText(): { readonly cell: string; readonly place: string } | undefined {
    if ('date' in this.notation) return undefined;
    const found = [this.texts.first, ...this.misfits()].filter(place => place !== undefined);
    const [first] = found.sort((a, b) => a.line - b.line);
    return first && this.told(first);
  }

  /** The first cell that is neither missing nor a date. */
  get firstUndated(): { readonly cell: string; readonly place: string } | undefined {
    const found =
      this.texts.firstOther ?? this.wholes.first ?? this.firstDecimal['.'] ?? this.firstDecimal[','];
    return found && this.told(found);
  }

  private told({ cell, line }: Place): { readonly cell: string; readonly place: string } {
    return { cell, place: `${this.file}, line ${line}` };
  }

  private misfits(): (Place | undefined)[] {
    const { notation } = this;
    if ('date' in notation) return [];
    const other = this.firstDecimal[notation.decimal === '.' ? ',' : '.'];
    // where the others have a sign, a number without one is something else
    const unsigned = notation.sign ? [this.wholes.first, this.firstDecimal[notation.decimal]] : [];
    return [other, ...unsigned, this.forms.firstMisfit(notation)];
  }

  /** The orders in which all cells but gaps are dates; none where they aren't. */
  get dateOrders(): readonly DateOrder[] {
    const { dates, orders } = this.texts;
    return dates > 0 && dates === this.filled ? orders : [];
  }

  /** A cell that shows what a notation means. */
  example(notation: Notation): Place | undefined {
    if ('date' in notation) return this.texts.first;
    return this.forms.example(notation) ?? this.firstDecimal[notation.decimal];
  }

  /** What is known of how the numbers are written. */
  get evidence() {
    const { forms, wholes } = this;
    return { forms, small: wholes.small, large: wholes.large };
  }

  numberOf(cell: string): number {
    return this.read(cell);
  }

  /** Of whole numbers that are names rather than amounts, 007 or of more digits than a number keeps: the first. */
  get code(): string | undefined {
    return this.isNumeric && this.whole ? this.wholes.firstCode?.cell.trim() : undefined;
  }

  /** Of whole numbers that are read as amounts the first that a double can't hold to its last digit. */
  get rounded(): string | undefined {
    return this.isNumeric ? this.wholes.firstRounded?.cell.trim() : undefined;
  }

  private remember(distinct: Map<string, number>, cell: string): void {
    const count = distinct.get(cell);
    if (count !== undefined) {
      distinct.set(cell, count + 1);
      this.comesAgain = true;
    } else if (distinct.size < distinctLimit) {
      distinct.set(ownCopy(cell), 1);
    } else {
      this.distinct = undefined;
    }
  }
}

/** Then it is no number, which saves most texts a closer look. */
function beginsWithLetter(cell: string): boolean {
  const code = cell.charCodeAt(0) | 32;
  return code >= 97 && code <= 122;
}
