import type { Floats, Kernels, Program } from '../kernels/kernels';
import type { KeptSteps } from '../layers/layer';
import type { Loss } from '../losses';
import type { Network, ShapeReport } from '../network/network';
import { compilePlan } from '../plan/compilePlan';
import { definitionOf } from '../plan/definitionOf';
import type { Parameter } from '../plan/parameters';
import { isInput, layersOnPath } from '../plan/path';
import type { Plan } from '../plan/plan';
import type { State } from '../plan/states';

/** A network that takes a series step by step and keeps what later steps need, such as keys and values. */
export interface Stepper {
  /** T, the most steps that it can take before it begins anew. */
  readonly most: number;
  /** Forgets all steps. */
  begin(): void;
  /** Takes the steps that come next, no more than there is room for, and gives what the network says of the last; of use until the next call. */
  take(steps: readonly number[]): Floats;
}

interface StepperOptions {
  readonly network: Network;
  readonly shapes: ShapeReport;
  readonly loss: Loss;
  readonly kernels: Kernels;
  readonly parameters: readonly Parameter[];
  readonly states: readonly State[];
}

/** Undefined where a layer needs steps that haven't come, as one that sees them all does, or has no way to keep those before. */
export function createStepper(options: StepperOptions): Stepper | undefined {
  const { network, shapes, kernels } = options;
  const nodes = layersOnPath(network, shapes);
  const [most] = shapes.layers.get(nodes.find(isInput)!.id)!.output ?? [];
  const keeps = nodes.every(node => {
    const { stepwise } = definitionOf(node);
    const [steps] = shapes.layers.get(node.id)!.output ?? [];
    return steps === most && (isInput(node) || stepwise === 'alone' || stepwise?.(node.fields!));
  });
  if (typeof most !== 'number' || !keeps) return undefined;

  const at = kernels.place(new Int32Array(1));
  const kept = new Map<string, ReturnType<KeptSteps['kept']>>();
  const keptOf = (layer: string): KeptSteps => ({
    at,
    most,
    kept(name, rows, columns) {
      const key = `${layer} ${name}`;
      const known = kept.get(key) ?? { rows, columns, data: kernels.allocate(rows * columns) };
      kept.set(key, known);
      return known;
    },
  });
  const compiled = (steps: number): { plan: Plan; program: Program } => {
    const plan = compilePlan({ ...options, shapes: ofSteps(shapes, steps), m: 1, steps: keptOf });
    plan.resize(1);
    return { plan, program: kernels.compile(plan.use) };
  };
  const one = compiled(1);
  // what stands there already is read in fewer and larger pieces
  const piece = most >> 1;
  const many = piece > 1 ? compiled(piece) : one;

  return {
    most,
    begin: () => void (at[0] = 0),
    take(steps) {
      if (at[0]! + steps.length > most) throw new Error(`There is no room for ${steps.length} steps more.`);
      let last = one;
      for (let i = 0; i < steps.length; ) {
        last = steps.length - i >= piece ? many : one;
        const { plan, program } = last;
        for (let j = 0; j < plan.X.n; j++) plan.X.data[j] = steps[i + j]!;
        program.run(1);
        i += plan.X.n;
        at[0] = at[0]! + plan.X.n;
      }
      const { A } = last.plan.output;
      return A.data.subarray(A.n - A.n / last.plan.X.n, A.n);
    },
  };
}

/** The shapes of the same layers for a series of so many steps. */
function ofSteps(shapes: ShapeReport, steps: number): ShapeReport {
  const layers = [...shapes.layers].map(
    ([id, report]) =>
      [id, { ...report, output: report.output && [steps, ...report.output.slice(1)] }] as const,
  );
  return { ...shapes, layers: new Map(layers) };
}
