import { makeCircumstances } from '../kernels/circumstances';
import type { Batch, Kernels, Op } from '../kernels/kernels';
import { owner, rowsOf } from '../kernels/operands';
import { learningOf } from '../layers/definition/learningFields';
import type { KeptSteps, LayerPlan, Value } from '../layers/layer';
import type { Loss } from '../losses';
import type { LayerNode, Network, ShapeReport } from '../network/network';
import { definitionOf } from './definitionOf';
import { joined } from './joining';
import type { PlannedOp } from './joining/plannedOp';
import { type LabelOptions, learntLabels } from './learntLabels';
import type { Parameter } from './parameters';
import { isInput, layersOnPath } from './path';
import { place, type Unplaced } from './place';
import type { Plan, PlannedLayer } from './plan';
import type { State } from './states';

export interface PlanOptions {
  readonly network: Network;
  readonly shapes: ShapeReport;
  readonly loss: Loss;
  readonly kernels: Kernels;
  readonly parameters: readonly Parameter[];
  readonly states: readonly State[];
  /** What is learnt from, where that isn't just the labels. */
  readonly labels?: LabelOptions | undefined;
  /** Names of rewritings that are switched off. */
  readonly without?: ReadonlySet<string> | undefined;
  /** The most examples that run at once. */
  readonly m: number;
  /** Where a series comes step by step: what each layer keeps of it. All of them are `stepwise`, and it is used only. */
  readonly steps?: ((layer: string) => KeptSteps) | undefined;
}

/**
 * Compiles a network for batches of at most m examples. Each layer writes its own ops; a plan adds what lies between
 * layers: memory for the values, the pairing of the loss with the output, and clearing of gradients that are sums.
 * Throws only on our bugs: the network has no error and every size is known.
 */
export function compilePlan({
  network,
  shapes,
  loss,
  kernels,
  parameters,
  states,
  labels = {},
  without = new Set(),
  m,
  steps,
}: PlanOptions): Plan {
  const batches: Unplaced[] = [];
  const nowhere = kernels.allocate(0);
  const batch = (n: number): Batch => {
    const unplaced = { n, m, data: nowhere };
    batches.push(unplaced);
    return unplaced;
  };

  const nodes = layersOnPath(network, shapes);
  const inputs = nodes.filter(isInput);
  const outputNode = nodes.at(-1)!;
  if (inputs.length !== 1) throw new Error(`A plan needs one input layer, not ${inputs.length}.`);
  const input = inputs[0]!;

  const X = batch(countOf(shapeOf(input, shapes)));
  const outputShape = shapeOf(outputNode, shapes);
  const Y = batch(countOf(outputShape));
  // a softmax at each step of a series is compared step by step, each with a label of its own
  const places = loss.encoding === 'one-hot' && outputShape.length === 2 ? outputShape[0]! : 1;
  const perPlace = Y.n / places;
  const eachPlace = (values: Batch) => (places > 1 ? rowsOf(values, perPlace) : values);
  const target = learntLabels(eachPlace(Y), labels, n => eachPlace(batch(n * places)));
  const values = new Map<string, Value>([[input.id, { A: X, dA: undefined, shape: shapeOf(input, shapes) }]]);
  const layers: Omit<PlannedLayer, 'learn' | 'backward'>[] = [];
  /** Of all layers, in both modes. */
  const forward: PlannedOp[] = [];
  /** Of each layer, the last first. */
  const backwards: Op[][] = [];
  const after: Op[] = [];
  const at = makeCircumstances(kernels.allocateSums);
  const start = kernels.place(new Int32Array(1));
  const keys: Int32Array[] = [];
  let pairedZ: Batch | undefined;

  for (const [place, node] of nodes.entries()) {
    if (node === input) continue;
    const definition = definitionOf(node);
    const before = node.inputs.map(id => values.get(id)!);
    const own = parameters.filter(parameter => parameter.layer === node.id);
    const { frozen } = learningOf(node.fields);
    // a gradient is needed only where there is a parameter that learns at or before this layer
    const needsGradient = !steps && ((own.length > 0 && !frozen) || before.some(value => value.dA));
    const shape = shapeOf(node, shapes);
    const n = countOf(shape);
    const output = definition.reshapes
      ? { ...before[0]!, shape }
      : { A: batch(n), dA: needsGradient ? batch(n) : undefined, shape };
    values.set(node.id, output);

    const backward: Op[] = [];
    backwards.unshift(backward);
    const ofLayer = (op: Op, pass: 'forward' | 'backward'): Op => ({ ...op, of: { layer: node.id, pass } });
    const plan: LayerPlan<Record<string, unknown>> = {
      fields: node.fields!,
      inputs: before,
      output,
      parameter(name) {
        const parameter = own.find(candidate => candidate.unnumbered === name);
        if (!parameter) throw new Error(`Layer ${node.id} has no parameter ${name}.`);
        return parameter;
      },
      state(name) {
        const state = states.find(candidate => candidate.layer === node.id && candidate.unnumbered === name);
        if (!state) throw new Error(`Layer ${node.id} has no state ${name}.`);
        return state.value;
      },
      get draws() {
        const key = kernels.place(Int32Array.of(0, place));
        keys.push(key);
        return { key, at, start };
      },
      numbers: (rows, columns) => ({ rows, columns, data: kernels.allocate(rows * columns) }),
      batch,
      bytes(n) {
        const unplaced = { n, m, data: nowhere, bytes: true } as const;
        batches.push(unplaced);
        return unplaced;
      },
      rows: rowsOf,
      place: array => kernels.place(array),
      forward: op => void forward.push({ op: ofLayer(op, 'forward'), when: 'both' }),
      learning: op => {
        if (!frozen) forward.push({ op: ofLayer(op, 'forward'), when: 'learn' });
      },
      using: op => void forward.push({ op: ofLayer(op, 'forward'), when: frozen ? 'both' : 'use' }),
      backward: op => {
        if (needsGradient) backward.push(ofLayer(op, 'backward'));
      },
      gradients: op => {
        if (!frozen) plan.backward(op);
      },
      frozen,
      after: op => {
        if (!frozen) after.push(op);
      },
      activation(g, Z, dZ) {
        const like = (values: Batch) => (Z.of ? rowsOf(values, Z.n) : values);
        const A = like(output.A);
        plan.forward({ call: 'activate', args: [g, Z, A], reads: 'A = g(Z)' });
        const whole = places > 1 ? Z.n === perPlace : !Z.of;
        if (node === outputNode && loss.paired?.activation === g.type && whole) {
          pairedZ = Z;
          plan.backward({ call: 'subtract', args: [A, target.T, dZ], reads: 'dZ = A − Y' });
          for (const op of target.weigh(dZ)) plan.backward(op);
        } else if (output.dA) {
          plan.backward({
            call: 'activateGradient',
            args: [g, Z, A, like(output.dA), dZ],
            reads: 'dZ = dA ∘ g′(Z)',
          });
        }
      },
    };
    const { stepwise } = definition;
    if (steps && typeof stepwise === 'function') stepwise(node.fields!)!(plan, steps(node.id));
    else definition.plan(plan);
    layers.push({ id: node.id, output, parameters: own });
  }

  const output = values.get(outputNode.id)!;
  const trained = parameters.filter(({ frozen }) => !frozen);
  // several layers may add to a dA; the output's is written by the loss instead
  const sums = new Set([...values.values()].flatMap(value => value.dA ?? []));
  if (output.dA) sums.delete(output.dA);
  const clearing = [...sums].map((dA): Op => ({ call: 'clear', args: [dA], reads: 'dA = 0' }));
  const sum = kernels.allocateSums(1);
  const given = eachPlace(output.A);
  const cost: Op[] = [
    { call: 'sumLoss', args: [loss, given, pairedZ, eachPlace(Y), sum], reads: 'J += Σ L(ŷ, y)' },
  ];
  const plain = owner(target.T) === Y && !labels.weights;
  const objective = plain ? cost : [...target.smooth, ...target.cost(loss, given, pairedZ, sum)];
  // where the loss has a closed form in Z, dZ = A − Y begins
  const starting: Op[] =
    pairedZ || !output.dA
      ? []
      : [
          {
            call: 'lossGradient',
            args: [loss, given, target.T, eachPlace(output.dA)],
            reads: 'dA = ∂L/∂ŷ',
          },
          ...target.weigh(eachPlace(output.dA)),
        ];
  for (const op of target.smooth) forward.push({ op, when: 'learn' });
  // looked at when the ops have run, or filled before
  const kept = new Set([X, Y, target.T, output.A, ...(pairedZ ? [pairedZ] : [])].map(owner) as Batch[]);
  const planned = joined(
    [
      ...forward,
      ...[...starting, ...clearing, ...backwards.flat()].map((op): PlannedOp => ({ op, when: 'backward' })),
    ],
    kept,
    without,
  );
  const made = (...times: readonly PlannedOp['when'][]) =>
    planned.ops.flatMap(({ op, when }) => (times.includes(when) ? [op] : []));
  const backward = made('backward');
  // what either mode uses has its place in both
  const ops = [...made('both', 'learn', 'use'), ...cost, ...objective, ...backward, ...after];
  const used = new Set<unknown>(ops.flatMap(({ args }) => (args as readonly unknown[]).map(owner)));
  // a gradient within what is frozen has no place: no op uses it
  const placed = batches.filter(batch => kept.has(batch) || used.has(batch));
  const bytes = place(placed, kept, ops, kernels);
  const learn = made('both', 'learn');
  const ofLayer = (ops: readonly Op[], id: string) => ops.filter(({ of }) => of?.layer === id);
  const ownInputs = X.data;

  return {
    capacity: m,
    bytes,
    X,
    Y,
    places,
    perPlace,
    factor: m => loss.scale(m * places, perPlace),
    output,
    pairedZ,
    layers: layers.map(({ id, output, parameters }) => ({
      id,
      output: {
        ...output,
        A: planned.standsFor(output.A),
        dA: output.dA && planned.standsFor(output.dA),
      },
      learn: ofLayer(learn, id),
      backward: ofLayer(backward, id),
      parameters,
    })),
    passes: planned.passes,
    parameters: trained,
    states,
    input: input.id,
    learn,
    // one list where they are the same, so that it is compiled once
    use: planned.ops.some(({ when }) => when === 'learn' || when === 'use') ? made('both', 'use') : learn,
    cost,
    objective,
    sum,
    backward,
    clear: trained.map(
      ({ name, gradient }): Op => ({ call: 'clear', args: [gradient], reads: `d${name} = 0` }),
    ),
    after,
    at,
    draws: {
      seed(seed) {
        for (const key of keys) key[0] = seed;
      },
      startAt(place) {
        start[0] = place;
      },
    },
    resize(size, inputs) {
      batches[0]!.data = inputs ?? ownInputs;
      for (const placed of batches) placed.m = size;
    },
  };
}

/** The shape of one example at a layer's output. */
function shapeOf(node: LayerNode, shapes: ShapeReport): number[] {
  return (shapes.layers.get(node.id)?.output ?? ['?']).map(size => {
    if (typeof size !== 'number') throw new Error(`The output shape of layer ${node.id} isn't known.`);
    return size;
  });
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((count, size) => count * size, 1);
}
