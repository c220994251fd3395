import { layerOf } from '../../core/layers';
import type { Span } from '../../core/problem';
import type { ModelLayer } from './model';

/** A layer of a model while it is read. */
export interface Node {
  readonly type: string;
  readonly written: string;
  readonly span: Span;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly leftOut?: readonly string[];
  readonly inputs: readonly Node[];
  /** As the program calls it. */
  readonly name?: string;
}

/** Why a model can't be drawn. */
export class ModelFault extends Error {
  readonly span: Span;

  constructor(message: string, { start, end }: Span) {
    super(message);
    this.span = { start, end };
  }
}

/** An activation as a layer of its own. */
export function activated(
  before: Node | undefined,
  { activation, written }: { readonly activation: string; readonly written: string },
  span: Span,
): Node {
  const input = before ?? inputNode(undefined, span);
  return activation === 'linear'
    ? input
    : { type: 'activation', written, span, fields: { activation }, inputs: [input] };
}

/** Puts each activation into the layer before it, where that has room for one and feeds nothing else. */
function withActivations(outputs: readonly Node[]): readonly Node[] {
  const uses = new Map<Node, number>();
  const count = (node: Node) => {
    const before = uses.get(node) ?? 0;
    uses.set(node, before + 1);
    if (before === 0) for (const input of node.inputs) count(input);
  };
  for (const output of outputs) count(output);
  const done = new Map<Node, Node>();
  const fold = (node: Node): Node => {
    const known = done.get(node);
    if (known) return known;
    const [before] = node.inputs;
    const inputs = node.inputs.map(fold);
    const folds = node.type === 'activation' && before && uses.get(before) === 1 && hasRoom(before);
    const after = folds
      ? { ...inputs[0]!, fields: { ...inputs[0]!.fields, activation: node.fields.activation } }
      : { ...node, inputs };
    done.set(node, after);
    return after;
  };
  return outputs.map(fold);
}

/** Whether a layer takes an activation, and was given none. */
function hasRoom({ type, fields }: Node): boolean {
  return (
    type !== 'activation' && fields.activation === undefined && layerOf(type)?.fields.activation !== undefined
  );
}

/** What an input layer is in a network file. */
export function inputNode(shape: readonly number[] | undefined, span: Span): Node {
  return { type: 'input', written: 'Input', span, fields: shape ? { shape } : {}, inputs: [] };
}

/** Layers that give as many values as they take. */
const keepsCount = new Set(['flatten', 'activation', 'dropout', 'batch-norm', 'layer-norm', 'group-norm']);

/** A chain whose first layer says nothing of its input, once a later layer says how many values it takes. */
export function expecting(node: Node, values: number): Node {
  if (node.type === 'input') return node.fields.shape ? node : { ...node, fields: { shape: [values] } };
  const [before] = node.inputs;
  if (!before || !keepsCount.has(node.type)) return node;
  return { ...node, inputs: [expecting(before, values)] };
}

/** All that leads to the outputs, each after what feeds it, with ids, as a network file lists them. */
export function drawn(unfolded: readonly Node[]): ModelLayer[] {
  const outputs = withActivations(unfolded);
  const order: Node[] = [];
  const visit = (node: Node) => {
    if (order.includes(node)) return;
    for (const input of node.inputs) visit(input);
    order.push(node);
  };
  for (const output of outputs) visit(output);
  const ids = idsOf(order, outputs);
  return order.map((node, i) => {
    const { type, written, span, fields, leftOut } = node;
    const inputs = node.inputs.map(input => ids.get(input)!);
    const follows = inputs.length === 1 && node.inputs[0] === order[i - 1];
    const isInput = type === 'input';
    return {
      id: ids.get(node)!,
      type,
      written,
      span,
      ...(!follows && !isInput && { inputs }),
      fields,
      ...(leftOut && { leftOut }),
    };
  });
}

/** The program's own names, else `input`, `hidden1`, `output`, and for others the type. */
function idsOf(order: readonly Node[], outputs: readonly Node[]): Map<Node, string> {
  const wanted = order.map(node => {
    if (node.name) return node.name;
    if (node.type !== 'dense') return layerOf(node.type)?.newId ?? node.type;
    return outputs.includes(node) ? 'output' : 'hidden';
  });
  const used = new Set<string>();
  return new Map(
    order.map((node, i) => {
      const name = wanted[i]!;
      let n = wanted.filter(other => other === name).length > 1 ? 1 : 0;
      const id = () => (n > 0 ? `${name}${n}` : name);
      while (used.has(id())) n++;
      used.add(id());
      return [node, id()];
    }),
  );
}
