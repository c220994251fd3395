import { kinds, type LayerKind, layerOf } from '../layers';
import { learningOf } from '../layers/definition/learningFields';
import type { LayerFault, LayerShapes } from '../layers/layer';
import { elementCount, type NamedShape, namedBatch, sizesOf } from '../shape';
import type { DataFacts } from './dataReport';
import type { Graph } from './graph';
import type { LayerNode, LayerReport, Network, ShapeReport } from './network';
import { sizedBy } from './sizedBy';
import { sizeSymbols } from './sizeSymbols';

export interface Inference {
  readonly shapes: ShapeReport;
  /** What the layers found wrong with what feeds them. */
  readonly faults: readonly { readonly layer: LayerNode; readonly fault: LayerFault }[];
}

/**
 * The shape of every parameter and value. A layer whose inputs aren't known, or that is at fault, still says what can
 * be known of it, and what follows goes on from there.
 */
export function inferShapes(network: Network, graph: Graph, data: DataFacts | undefined): Inference {
  const symbols = sizeSymbols(graph);
  const bytesEach = network.training?.precision === 'float64' ? 8 : 4;
  const m = data?.examples.train;
  const layers = new Map<string, LayerReport>();
  const faults: { layer: LayerNode; fault: LayerFault }[] = [];

  for (const layer of graph.order) {
    const definition = layerOf(layer.type);
    const own = symbols.get(layer.id)!;
    const inputs = layer.inputs.map(id => layers.get(id)?.example);
    let shapes: LayerShapes = {
      output: definition && likelyOutput(definition.kind, inputs[0], own.n),
      parameters: [],
      values: [],
      flops: 0,
    };
    if (definition && layer.fields) {
      shapes = definition.shapes({
        fields: layer.fields,
        inputs,
        data: data?.inputShape,
        symbols: own,
        problem: fault => faults.push({ layer, fault }),
      });
    }
    const traits = definition && kinds[definition.kind];
    // a layer that learns and isn't counted is numbered as the one whose values it gives: γ1 and β1 are of Z1
    const numbered =
      traits?.learns && !traits.counted ? layers.get(sizedBy(graph, layer).id)?.number : own.number;
    const known = layer.fields !== undefined || !traits?.learns;
    layers.set(layer.id, reportOf(layer.id, numbered, known, shapes, bytesEach, m));
  }

  const all = [...layers.values()];
  const counts = all.map(({ parameterCount }) => parameterCount);
  const parameterCount = counts.every(count => count !== undefined) ? sum(counts) : undefined;
  const frozen = graph.order.filter(({ fields }) => learningOf(fields).frozen);
  const still = sum(frozen.map(({ id }) => layers.get(id)!.parameterCount ?? 0));
  return {
    shapes: {
      layers,
      parameterCount,
      trainableCount: parameterCount === undefined ? undefined : parameterCount - still,
      flops: sum(all.map(({ flops }) => flops)),
      bytes: {
        parameters: sum(all.map(({ bytes }) => bytes.parameters)),
        activations: sum(all.map(({ bytes }) => bytes.activations)),
      },
    },
    faults,
  };
}

/**
 * What a layer gives whose fields aren't known: the values that it takes, where it keeps their places, and a vector where
 * it makes one of another. Of anything else nothing is known, so that what follows doesn't speak of it.
 */
function likelyOutput(kind: LayerKind, input: NamedShape | undefined, n: string): NamedShape | undefined {
  if (kinds[kind].keepsPlaces) return input;
  return kind === 'input' || input?.length === 1 ? [{ symbol: n, size: n }] : undefined;
}

function reportOf(
  id: string,
  number: number | undefined,
  fieldsKnown: boolean,
  shapes: LayerShapes,
  bytesEach: number,
  m: number | undefined,
): LayerReport {
  const { output, parameters, flops } = shapes;
  const values = shapes.values ?? (output ? [{ name: 'A', dims: output }] : []);
  const suffix = number ?? '';
  const counts = parameters.map(({ dims }) => elementCount(sizesOf(dims)));
  const numbers = sum(values.map(({ dims }) => elementCount(sizesOf(dims)) ?? 0)) + (shapes.working ?? 0);
  const known = fieldsKnown && counts.every(count => count !== undefined);
  const parameterCount = known ? sum(counts.map(count => count ?? 0)) : undefined;
  return {
    id,
    number,
    output: output && sizesOf(output),
    example: output,
    outputNamed: output ? namedBatch(output, m) : [],
    parameters: parameters.map(parameter => ({
      ...parameter,
      name: `${parameter.name}${suffix}`,
      unnumbered: parameter.name,
    })),
    values: values.map(({ name, dims }) => ({ name: `${name}${suffix}`, dims: namedBatch(dims, m) })),
    worked: shapes.worked ?? [],
    states: shapes.state ?? [],
    parameterCount,
    flops,
    bytes: {
      parameters: (parameterCount ?? 0) * bytesEach,
      activations: numbers * bytesEach,
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
