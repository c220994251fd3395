import { z } from 'zod';
import type { Snapshot } from '../../../src/core/analyze';
import { layerOf } from '../../../src/core/layers';
import type { LayerNode, LayerReport } from '../../../src/core/network/network';
import { type TrainingSettings, trainingSchema } from '../../../src/core/network/schema';
import { elementCount, type Shape } from '../../../src/core/shape';

export interface LayerText {
  readonly id?: string;
  readonly type: string;
  readonly inputs?: readonly string[];
  readonly [field: string]: unknown;
}

export function snapshotOf(
  layers: readonly LayerText[],
  training: Readonly<Record<string, unknown>>,
): Snapshot {
  const outputs = new Map<string, Shape>();
  const nodes: LayerNode[] = [];
  const reports = new Map<string, LayerReport>();
  let number = 0;
  let flops = 0;
  let activations = 0;
  layers.forEach((layer, i) => {
    const { id = `${layer.type}-${i}`, type, inputs, ...raw } = layer;
    const definition = layerOf(type)!;
    const from = inputs ?? (definition.arity === 'none' ? [] : [nodes.at(-1)!.id]);
    const fields = z.object(definition.fields).parse(raw);
    nodes.push({
      id,
      type,
      fields,
      raw: layer,
      inputs: from,
      explicitInputs: !!inputs,
      span: { start: 0, end: 0 },
      fieldSpans: new Map(),
    });
    const shapes = definition.shapes({
      fields,
      inputs: from.map(id => outputs.get(id)),
      data: undefined,
      symbols: { inputs: ['n'], output: 'n' },
      problem: fault => {
        throw new Error(fault.message);
      },
    });
    outputs.set(id, shapes.output!);
    const own = shapes.parameters.length > 0 ? ++number : undefined;
    flops += shapes.flops;
    activations += elementCount(shapes.output!)! * 8;
    reports.set(id, {
      id,
      number: own,
      output: shapes.output,
      outputNamed: [],
      parameters: shapes.parameters.map(p => ({ ...p, name: `${p.name}${own}` })),
      values: [],
      parameterCount: 0,
      flops: shapes.flops,
      bytes: { parameters: 0, activations: 0 },
    });
  });
  return {
    network: {
      name: undefined,
      layers: nodes,
      data: undefined,
      training: trainingSchema.parse(training) as TrainingSettings,
      positions: new Map(),
      span: () => undefined,
    },
    shapes: { layers: reports, parameterCount: 0, flops, bytes: { parameters: 0, activations } },
    problems: [],
  };
}
