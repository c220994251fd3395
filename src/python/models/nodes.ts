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

/** A dense layer with its activation put into it, where a network file has it; behind another layer, one of its own. */
export function activated(before: Node | undefined, activation: string, span: Span): Node {
  if (!before) throw new ModelFault('An activation needs a layer before it.', span);
  if (activation === 'linear') return before;
  if (before.type !== 'dense' || before.fields.activation !== undefined) {
    return { type: 'activation', written: 'Activation', span, fields: { activation }, inputs: [before] };
  }
  return { ...before, fields: { ...before.fields, activation } };
}

/** What an input layer is in a network file. */
export function inputNode(shape: readonly number[] | undefined, span: Span): Node {
  return { type: 'input', written: 'Input', span, fields: shape ? { shape } : {}, inputs: [] };
}

/** A chain whose first layer says nothing of its input, once a later layer says how many values it takes. */
export function expecting(node: Node, values: number): Node {
  if (node.type === 'input') return node.fields.shape ? node : { ...node, fields: { shape: [values] } };
  const [before] = node.inputs;
  // only these give as many values as they take
  if (!before || !['flatten', 'dropout', 'activation'].includes(node.type)) return node;
  return { ...node, inputs: [expecting(before, values)] };
}

/** All that leads to the outputs, each after what feeds it, with ids, as a network file lists them. */
export function drawn(outputs: readonly Node[]): ModelLayer[] {
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
    if (node.type !== 'dense') return node.type;
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
