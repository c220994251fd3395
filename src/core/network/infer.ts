import { kinds, layerOf } from '../layers';
import type { LayerFault, LayerShapes } from '../layers/layer';
import { elementCount, type NamedDim, type Shape } from '../shape';
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
  const outputSymbols = new Map<string, string>();
  const faults: { layer: LayerNode; fault: LayerFault }[] = [];
  let number = 0;

  for (const layer of graph.order) {
    const definition = layerOf(layer.type);
    const own = symbols.get(layer.id)!;
    const inputs = layer.inputs.map(id => layers.get(id)?.output);
    let shapes: LayerShapes = { output: definition && [own], parameters: [], values: [], flops: 0 };
    if (definition && layer.fields) {
      shapes = definition.shapes({
        fields: layer.fields,
        inputs,
        data: data?.inputShape,
        symbols: { inputs: layer.inputs.map(id => outputSymbols.get(id) ?? 'n'), output: own },
        problem: fault => faults.push({ layer, fault }),
      });
    }
    const traits = definition && kinds[definition.kind];
    // a layer that learns and isn't counted is numbered as the one whose values it gives: γ1 and β1 are of Z1
    const numbered = traits?.counted
      ? ++number
      : traits?.learns
        ? layers.get(sizedBy(graph, layer).id)?.number
        : undefined;
    outputSymbols.set(layer.id, shapes.symbol ?? own);
    const known = layer.fields !== undefined || !traits?.learns;
    layers.set(layer.id, reportOf(layer.id, numbered, known, shapes, bytesEach, m));
  }

  const all = [...layers.values()];
  const counts = all.map(({ parameterCount }) => parameterCount);
  const parameterCount = counts.every(count => count !== undefined) ? sum(counts) : undefined;
  return {
    shapes: {
      layers,
      parameterCount,
      flops: sum(all.map(({ flops }) => flops)),
      bytes: {
        parameters: sum(all.map(({ bytes }) => bytes.parameters)),
        activations: sum(all.map(({ bytes }) => bytes.activations)),
      },
    },
    faults,
  };
}

function reportOf(
  id: string,
  number: number | undefined,
  fieldsKnown: boolean,
  { output, parameters, values, state, flops }: LayerShapes,
  bytesEach: number,
  m: number | undefined,
): LayerReport {
  const suffix = number ?? '';
  const named = values.map(({ name, dims }) => ({ name: `${name}${suffix}`, dims: withExamples(dims, m) }));
  const counts = parameters.map(({ dims }) => elementCount(dims.map(dim => dim.size)));
  const known = fieldsKnown && counts.every(count => count !== undefined);
  const parameterCount = known ? sum(counts.map(count => count ?? 0)) : undefined;
  return {
    id,
    number,
    output,
    outputNamed: named.at(-1)?.dims ?? unnamed(output, m),
    parameters: parameters.map(parameter => ({
      ...parameter,
      name: `${parameter.name}${suffix}`,
      unnumbered: parameter.name,
    })),
    values: named,
    states: state ?? [],
    parameterCount,
    flops,
    bytes: {
      parameters: (parameterCount ?? 0) * bytesEach,
      activations: sum(values.map(({ dims }) => examplesOut(dims))) * bytesEach,
    },
  };
}

/** m has the number of training examples where the data is known. */
function withExamples(dims: readonly NamedDim[], m: number | undefined): NamedDim[] {
  return dims.map(dim => (dim.symbol === 'm' && m !== undefined ? { symbol: 'm', size: m } : dim));
}

/** The number of values of one example, 0 where it isn't known. */
function examplesOut(dims: readonly NamedDim[]): number {
  let count = 1;
  for (const { symbol, size } of dims) {
    if (symbol === 'm') continue;
    if (typeof size !== 'number') return 0;
    count *= size;
  }
  return count;
}

function unnamed(output: Shape | undefined, m: number | undefined): NamedDim[] {
  if (!output) return [];
  const examples = { symbol: 'm', size: m ?? 'm' };
  const dims = output.map(size => ({ symbol: String(size), size }));
  return dims.length === 1 ? [...dims, examples] : [examples, ...dims];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
