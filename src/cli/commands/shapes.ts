import type { Snapshot } from '../../core/analyze';
import { shapeLines, workedLines } from '../../core/network/describe';
import type { Network, ShapeReport } from '../../core/network/network';
import type { NamedDim } from '../../core/shape';
import { atLine } from '../../runs/preparing/atLine';
import { RunFault } from '../../runs/runFault';
import { analyzeFile } from '../analyzeFile';
import { exitCodes } from '../exitCodes';
import { readNetworkFile } from '../readNetworkFile';
import type { Command } from './command';

export const shapes: Command = {
  name: 'shapes',
  summary: 'Prints the shapes of a network: W, b, Z and A of each layer.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: {
    json: { help: 'Prints one JSON object.' },
  },
  details: [
    'Sizes that come from the data are read from the headers of its files. Where a shape isn’t known, its symbol stands for it, as m does for the number of examples.',
    'With --json: {"layers":[{"id","type","output","parameters":[{"name","symbols","shape"}],"values":[…],"worked","parameterCount","flops","bytes"}],"parameterCount","trainableCount","flops","bytes"}; flops are of the forward pass for one example; worked says how sizes come about that aren’t given, where there are such. trainableCount leaves out the parameters of frozen layers.',
    'Exit code 0 when all is well, 1 where the network has errors (the shapes that are known are printed all the same), 2 where the file can’t be read.',
  ],
  async run({ operands, switched, terminal }) {
    const network = await readNetworkFile(operands[0]!);
    const snapshot = await analyzeFile(network);
    const errors = snapshot.problems.filter(({ severity }) => severity === 'error');
    const said = errors.map(error => atLine(network.file, network.text, error));
    if (!snapshot.network || !snapshot.shapes) {
      throw new RunFault(said[0] ?? `${network.name} holds no network.`, network.name);
    }
    const known = { network: snapshot.network, shapes: snapshot.shapes };
    const lines = switched('json')
      ? [JSON.stringify(asJson(known))]
      : shapeLines(known.network, known.shapes);
    for (const line of lines) terminal.line(line);
    for (const line of said) terminal.note(line);
    return errors.length > 0 ? exitCodes.fault : exitCodes.done;
  },
};

type Known = { readonly [K in 'network' | 'shapes']: NonNullable<Snapshot[K]> };

function asJson({ network, shapes: report }: Known) {
  const { parameterCount, trainableCount, flops, bytes } = report;
  const layers = inOrder(network, report).map(({ type, layer }) => ({
    id: layer.id,
    type,
    output: layer.output,
    parameters: layer.parameters.map(named),
    values: layer.values.map(named),
    ...(layer.worked.length > 0 && { worked: workedLines(layer) }),
    parameterCount: layer.parameterCount,
    flops: layer.flops,
    bytes: layer.bytes,
  }));
  return { layers, parameterCount, trainableCount, flops, bytes };
}

function named({ name, dims }: { readonly name: string; readonly dims: readonly NamedDim[] }) {
  return { name, symbols: dims.map(({ symbol }) => symbol), shape: dims.map(({ size }) => size) };
}

/** The layers in the order of the file. */
function inOrder({ layers }: Network, report: ShapeReport) {
  return layers.flatMap(({ id, type }) => {
    const layer = report.layers.get(id);
    return layer ? [{ type, layer }] : [];
  });
}
