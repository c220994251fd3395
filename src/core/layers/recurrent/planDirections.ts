import type { Batch, Matrix, Op } from '../../kernels/kernels';
import type { LayerPlan, PlannedParameter } from '../layer';
import { back, type RecurrentFields } from './fields';
import type { RecurrentParts } from './recurrentShapes';

/** One way over a series, as a kind of cell plans it. */
export interface Direction {
  readonly Waa: Matrix;
  /** The bias of what comes from a⟨t−1⟩, where there is one. */
  readonly baa: Matrix | undefined;
  readonly backwards: boolean;
  readonly steps: number;
  /** (T·gates·n_a): z⟨t⟩ = Wax·x⟨t⟩ + ba of all steps; dz⟨t⟩ once `backward` has run. */
  readonly Z: Batch;
  /** (T·n_a): a⟨t−1⟩, which each step began with. */
  readonly P: Batch;
  /** What it gives, of all steps or of the last, and the gradient of that. */
  readonly A: Batch;
  readonly dA: Batch | undefined;
}

export interface Cell {
  readonly forward: Op;
  readonly backward: Op | undefined;
  /** The gradient of what is added to z⟨t⟩ of a⟨t−1⟩, where that isn't dz⟨t⟩. */
  readonly dR?: Batch;
}

/**
 * Plans a layer that goes over a series step by step, once or both ways. What comes from the input is one product over all steps;
 * `cell` then only goes from a⟨t−1⟩ to a⟨t⟩, and back; and the gradients are one product each over all steps again
 * (Appleyard et al., 2016).
 */
export function planDirections(
  plan: LayerPlan<RecurrentFields>,
  { gates, recurrentBias = false }: RecurrentParts,
  cell: (direction: Direction) => Cell,
): void {
  const { fields, inputs, output, parameter, batch, rows, forward, backward, gradients } = plan;
  const { units, returnSequences, bidirectional, bias } = fields;
  const { A: X, dA: dX, shape } = inputs[0]!;
  const [steps = 1, n = 1] = shape;
  const given = returnSequences ? steps * units : units;
  const atEach = (values: Batch, each: number) => (returnSequences ? rows(values, each) : values);
  const ways = bidirectional ? [false, true] : [fields.backwards];
  for (const [place, backwards] of ways.entries()) {
    const own = (name: string): PlannedParameter => parameter(place === 0 ? name : name + back);
    const [Wax, Waa] = [own('Wax'), own('Waa')];
    const ba = bias ? own('ba') : undefined;
    const A = bidirectional ? batch(given) : output.A;
    const dA = bidirectional ? output.dA && batch(given) : output.dA;
    const Z = batch(steps * gates * units);
    const P = batch(steps * units);
    const baa = bias && recurrentBias ? own('baa') : undefined;
    const planned = cell({ Waa: Waa.value, baa: baa?.value, backwards, steps, Z, P, A, dA });
    const ofEach = rows(Z, gates * units);
    forward({
      call: 'affine',
      args: [Wax.value, ba?.value, rows(X, n), ofEach],
      reads: 'z⟨t⟩ = Wax·x⟨t⟩ + ba, of all steps',
    });
    forward(planned.forward);
    if (bidirectional) {
      forward({
        call: 'accumulateRows',
        args: [atEach(A, units), atEach(output.A, 2 * units), place * units, false],
        reads: 'a⟨t⟩ of both ways, side by side',
      });
    }
    if (!dA || !planned.backward) continue;
    if (bidirectional) {
      backward({
        call: 'accumulateSlice',
        args: [atEach(output.dA!, 2 * units), place * units, atEach(dA, units), false],
        reads: 'da⟨t⟩ of this way',
      });
    }
    backward(planned.backward);
    gradients({
      call: 'affineGradient',
      args: [ofEach, rows(X, n), Wax.gradient, ba?.gradient, true],
      reads: 'dWax = Σ dz⟨t⟩·x⟨t⟩ᵀ, dba = Σ dz⟨t⟩, of all steps',
    });
    gradients({
      call: 'affineGradient',
      args: [rows(planned.dR ?? Z, gates * units), rows(P, units), Waa.gradient, baa?.gradient, true],
      reads: 'dWaa = Σ dz⟨t⟩·a⟨t−1⟩ᵀ, of all steps',
    });
    if (dX) {
      backward({
        call: 'affineInputGradient',
        args: [Wax.value, ofEach, rows(dX, n), true],
        reads: 'dx⟨t⟩ = Waxᵀ·dz⟨t⟩, of all steps',
      });
    }
  }
}
