import { learningOf } from '../../../src/core/layers/definition/learningFields';
import { isPicture } from '../../../src/core/layers/definition/pictures';
import type { DataFacts } from '../../../src/core/network/dataReport';
import { graphOf } from '../../../src/core/network/graph';
import type { LayerNode, ShapeReport } from '../../../src/core/network/network';
import type { Problem } from '../../../src/core/problem';
import type { ViewState } from '../../state';
import { definitionOf, type LayerCard, type Role, roleOf } from './layerCard';
import { shapeLines } from './shapeLine';

/** A card for each layer of the network that the canvas shows. */
export function layerCards(state: Pick<ViewState, 'good' | 'snapshot' | 'data' | 'selection'>): LayerCard[] {
  const { good, snapshot, data, selection } = state;
  if (!good) return [];
  const { network, shapes } = good;
  const output = graphOf(network).output;
  const problems = byLayer(snapshot.problems);
  const selected = new Set(selection);
  const { longestSide, mostChannels } = largestOf(shapes);
  const windows = windowsOf(network.layers);
  return network.layers.map(layer => {
    const definition = definitionOf(layer);
    const report = shapes.layers.get(layer.id);
    const role = roleOf(layer, output);
    return {
      id: layer.id,
      layer,
      definition,
      report,
      role,
      title: definition?.title ?? layer.type,
      icon: definition?.icon ?? 'question',
      output: report?.output,
      longestSide,
      mostChannels,
      window: windows.get(layer.id),
      units: typeof layer.raw.units === 'number' ? layer.raw.units : undefined,
      activation: activationOf(layer),
      lines: report ? shapeLines(report) : [],
      parameters: report ? parameterText(report.parameterCount) : undefined,
      names: namesOf(role, data?.facts, report?.output?.[0]),
      problems: problems.get(layer.id) ?? noProblems,
      frozen: learningOf(layer.fields).frozen,
      selected: selected.has(layer.id),
    };
  });
}

function largestOf({ layers }: ShapeReport): { readonly longestSide: number; readonly mostChannels: number } {
  let [longestSide, mostChannels] = [1, 1];
  for (const { example = [] } of layers.values()) {
    if (!isPicture(example)) continue;
    for (const [axis, { size }] of example.entries()) {
      if (typeof size !== 'number') continue;
      if (axis < 2) longestSide = Math.max(longestSide, size);
      else mostChannels = Math.max(mostChannels, size);
    }
  }
  return { longestSide, mostChannels };
}

/** By the layer that is looked at: the first window that is slid over it. */
function windowsOf(layers: readonly LayerNode[]): Map<string, readonly [number, number]> {
  const windows = new Map<string, readonly [number, number]>();
  for (const { inputs, fields } of layers) {
    const size = fields?.kernelSize ?? fields?.poolSize;
    const [height, width = height] = Array.isArray(size) ? (size as unknown[]) : [size];
    if (typeof height !== 'number' || typeof width !== 'number') continue;
    for (const id of inputs) if (!windows.has(id)) windows.set(id, [height, width]);
  }
  return windows;
}

const noProblems: readonly Problem[] = [];

function byLayer(problems: readonly Problem[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.layer === undefined) continue;
    const those = found.get(problem.layer);
    if (those) those.push(problem);
    else found.set(problem.layer, [problem]);
  }
  return found;
}

/** As it is written, be there such an activation or not; else the default. */
function activationOf({ fields, raw }: LayerNode): string | undefined {
  const activation = raw.activation ?? fields?.activation;
  if (activation === undefined) return undefined;
  if (typeof activation !== 'string') return '?';
  return activation.length > LONGEST ? `${activation.slice(0, LONGEST - 1)}…` : activation;
}

/** In characters: more than any activation has, and no more than a card has room for. */
const LONGEST = 24;

/** Kept, since making one is slow. */
const grouped = new Intl.NumberFormat('en');

function parameterText(count: number | undefined): string | undefined {
  if (count === undefined) return 'parameters unknown';
  if (count === 0) return undefined;
  return `${grouped.format(count)} ${count === 1 ? 'parameter' : 'parameters'}`;
}

/** Only where there is one for each neuron. */
function namesOf(
  role: Role,
  facts: DataFacts | undefined,
  neurons: number | string | undefined,
): readonly string[] | undefined {
  const names = role === 'input' ? facts?.inputNames : role === 'output' ? facts?.targets.classes : undefined;
  if (!names || names.length !== neurons) return undefined;
  // x1, x2 stand in the neurons already
  return names.every((name, i) => name === `x${i + 1}`) ? undefined : names;
}
