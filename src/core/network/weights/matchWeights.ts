import { learningOf } from '../../layers/definition/learningFields';
import { formatShape, type Shape, sameShape, sizesOf } from '../../shape';
import type { WeightsReport } from '../dataReport';
import type { LayerNode, LayerReport, Network, ShapeReport } from '../network';
import { splitWeights } from './weightsAddress';

/** A layer that starts with weights of a file: those of the layer `from` there. */
export interface TakenWeights {
  readonly layer: string;
  readonly file: string;
  readonly from: string;
}

export interface WeightsFault {
  readonly layer?: LayerNode;
  /** Of the layer; of the network where there is none. */
  readonly field: 'weights' | 'frozen';
  /** Whether it is the network's weights that are at fault, though a layer shows it. */
  readonly ofNetwork?: true;
  readonly message: string;
  /** Other addresses that would fit, best first. */
  readonly suggestions?: readonly string[];
}

export interface WeightsMatch {
  readonly taken: readonly TakenWeights[];
  /** Layers with parameters that the network's weights hold none for, and why. */
  readonly anew: readonly { readonly layer: string; readonly why: string }[];
  readonly faults: readonly WeightsFault[];
}

/**
 * Which layers start with which weights, by name and shape. A layer's own `weights` have to fit; of the network's each layer
 * takes what fits it, whole or not at all. Of files that aren't looked into yet nothing is said.
 */
export function matchWeights(
  network: Network,
  shapes: ShapeReport,
  reports: readonly WeightsReport[],
): WeightsMatch {
  const taken: TakenWeights[] = [];
  const anew: { layer: string; why: string }[] = [];
  const faults: WeightsFault[] = [];
  const byFile = new Map(reports.map(report => [report.file, report]));
  const { weights } = network;
  const common = weights === undefined ? undefined : byFile.get(weights);
  if (common?.fault !== undefined) faults.push({ field: 'weights', message: common.fault });

  for (const layer of network.layers) {
    const needed = neededBy(shapes.layers.get(layer.id));
    if (!needed || !layer.fields) continue;
    if (typeof layer.fields.weights === 'string') takeOwn(layer, layer.fields.weights, needed);
    else if (common?.arrays) takeCommon(layer, common, needed);
  }
  if (common?.arrays && !taken.some(({ file }) => file === weights) && anew.length > 0) {
    faults.push({
      field: 'weights',
      message: `"${weights}" is of another network: no layer here takes anything from it. ${sentence(anew[0]!)}`,
    });
  } else {
    for (const { layer, why } of anew) {
      const node = network.layers.find(({ id }) => id === layer)!;
      if (!learningOf(node.fields).frozen) continue;
      faults.push({
        layer: node,
        field: 'frozen',
        message: `"${layer}" is frozen, but the network’s weights hold none for it and it would stay as it is drawn: ${why}.`,
      });
    }
  }
  return { taken, anew, faults };

  function takeOwn(layer: LayerNode, address: string, needed: readonly Needed[]) {
    const { file, layer: from = layer.id } = splitWeights(address);
    const report = byFile.get(file);
    if (!report) return;
    const fault = (message: string, suggestions: readonly string[] = []) =>
      faults.push({ layer, field: 'weights', message, suggestions });
    if (!report.arrays) return fault(`"${layer.id}" takes its weights from there. ${report.fault}`);
    const why = misfit(from, needed, report);
    if (why === undefined) return taken.push({ layer: layer.id, file, from });
    const fitting = layersIn(report).filter(id => misfit(id, needed, report) === undefined);
    return fault(
      `"${layer.id}" can’t take its weights from "${address}": ${why}.`,
      fitting.map(id => `${file}#${id}`),
    );
  }

  function takeCommon(layer: LayerNode, report: WeightsReport, needed: readonly Needed[]) {
    const why = misfit(layer.id, needed, report);
    if (why === undefined) taken.push({ layer: layer.id, file: report.file, from: layer.id });
    else if (holdsNoNumber(layer.id, needed, report)) {
      const message = `"${layer.id}" can’t take its weights from "${report.file}": ${why}.`;
      faults.push({ layer, field: 'weights', ofNetwork: true, message });
    } else anew.push({ layer: layer.id, why });
  }
}

/** An array that a layer needs. */
interface Needed {
  readonly name: string;
  readonly shape: Shape;
}

/** Undefined of a layer without parameters, and where a size isn't known. */
function neededBy(report: LayerReport | undefined): readonly Needed[] | undefined {
  if (!report?.parameters.length) return undefined;
  const needed = [
    ...report.parameters.map(({ unnumbered, dims }) => ({ name: unnumbered, shape: sizesOf(dims) })),
    ...report.states.map(({ name, dims }) => ({ name, shape: sizesOf(dims) })),
  ];
  return needed.every(({ shape }) => shape.every(size => typeof size === 'number')) ? needed : undefined;
}

/** Why a layer can't take what a file holds of the layer `from`: a part of a sentence. */
function misfit(from: string, needed: readonly Needed[], { arrays = [] }: WeightsReport): string | undefined {
  const found = new Map(arrays.map(array => [array.name, array]));
  if (needed.every(({ name }) => !found.has(`${from}.${name}`))) {
    const ids = layersIn({ arrays });
    const shown = ids.slice(0, 6).map(id => `"${id}"`);
    const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : '';
    return `there is no layer "${from}" in it${shown.length > 0 ? `, but ${shown.join(', ')}${more}` : ''}`;
  }
  for (const { name, shape } of needed) {
    const array = found.get(`${from}.${name}`);
    if (!array) return `it holds no ${name} of "${from}"`;
    if (!sameShape(array.shape, shape))
      return `its ${name} is ${formatShape(array.shape)}, and ${formatShape(shape)} is needed here`;
  }
  const spoilt = needed.find(({ name }) => !found.get(`${from}.${name}`)!.finite);
  return spoilt && `its ${spoilt.name} has values that are no numbers (NaN or infinite)`;
}

/** Whether all would fit, were its values numbers. */
function holdsNoNumber(
  from: string,
  needed: readonly Needed[],
  { file, arrays = [] }: WeightsReport,
): boolean {
  return (
    misfit(from, needed, { file, arrays: arrays.map(array => ({ ...array, finite: true })) }) === undefined
  );
}

/** The ids of the layers that a file holds arrays of. */
function layersIn({ arrays = [] }: Pick<WeightsReport, 'arrays'>): string[] {
  return [...new Set(arrays.map(({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('.')))))].filter(
    id => id !== '',
  );
}

const sentence = ({ layer, why }: { readonly layer: string; readonly why: string }) =>
  `For "${layer}": ${why}.`;
