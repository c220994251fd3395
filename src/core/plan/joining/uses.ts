import type { Batch } from '../../kernels/kernels';
import { isBatch, owner, rowsOf } from '../../kernels/operands';
import type { PlannedOp } from './plannedOp';

/** The ops of a plan in the order in which they run, and the places in that order of those that use a batch or a view of it. */
export class Uses {
  readonly #ops: (readonly PlannedOp[])[];
  readonly #places = new Map<Batch, number[]>();
  readonly #stands = new Map<Batch, Batch>();

  constructor(ops: readonly PlannedOp[]) {
    this.#ops = ops.map(op => [op]);
    for (const place of ops.keys()) for (const batch of this.#batchesAt(place)) this.#at(batch).push(place);
  }

  /** How many places there are. */
  get length(): number {
    return this.#ops.length;
  }

  get ops(): PlannedOp[] {
    return this.#ops.flat();
  }

  /** In their order; an op that something else took the place of is none. */
  places(batch: Batch): readonly number[] {
    return this.#places.get(batch) ?? [];
  }

  /** The one op at a place; undefined where there is none any more, or several. */
  at(place: number): PlannedOp | undefined {
    const [op, ...more] = this.#ops[place]!;
    return more.length > 0 ? undefined : op;
  }

  /** What stands for a batch now: itself, or what took its place. */
  standsFor(batch: Batch): Batch {
    let now = batch;
    for (let next = this.#stands.get(now); next; next = this.#stands.get(now)) now = next;
    return now;
  }

  /** Other ops in the place of what is there. */
  put(place: number, ...ops: readonly PlannedOp[]): void {
    for (const batch of this.#batchesAt(place)) {
      const places = this.#at(batch);
      places.splice(places.indexOf(place), 1);
    }
    this.#ops[place] = ops;
    for (const batch of this.#batchesAt(place)) {
      const places = this.#at(batch);
      places.push(place);
      places.sort((a, b) => a - b);
    }
  }

  /** Whoever uses a batch uses another, of as many values, from now on. */
  replace(batch: Batch, other: Batch): void {
    const instead = (arg: unknown) => {
      if (!isBatch(arg) || owner(arg) !== batch) return arg;
      return arg.of ? rowsOf(other, arg.n) : other;
    };
    for (const place of this.#at(batch)) {
      this.#ops[place] = this.#ops[place]!.map(({ op, when }) => ({
        op: { ...op, args: (op.args as readonly unknown[]).map(instead) } as unknown as PlannedOp['op'],
        when,
      }));
    }
    const places = new Set([...this.#at(other), ...this.#at(batch)]);
    this.#places.set(
      other,
      [...places].sort((a, b) => a - b),
    );
    this.#places.delete(batch);
    this.#stands.set(batch, other);
  }

  #at(batch: Batch): number[] {
    const places = this.#places.get(batch);
    if (places) return places;
    const none: number[] = [];
    this.#places.set(batch, none);
    return none;
  }

  #batchesAt(place: number): ReadonlySet<Batch> {
    const args = this.#ops[place]!.flatMap(({ op }) => op.args as readonly unknown[]);
    return new Set(args.filter(isBatch).map(owner) as Batch[]);
  }
}
