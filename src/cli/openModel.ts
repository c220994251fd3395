import type { Reading } from '../data/reading';
import { modelOfWeights, type SavedModel } from '../runs/model/savedModel';
import type { Call } from './call';
import type { Option } from './commands/command';
import { chooseEngine, engineOption } from './engineOption';
import { noteEngine } from './noteEngine';
import { readingOf } from './readingOf';
import { readNetworkFile } from './readNetworkFile';

/** Which weights of a network are used, a file’s or a run’s, and what computes with them. */
export const modelOptions: Readonly<Record<string, Option>> = {
  weights: {
    value: 'W',
    required: true,
    help: 'A .safetensors file, or the folder of a run: its last weights, or its best where its file says so.',
  },
  best: {
    help: 'Takes the weights of the run’s folder that did best on the test set: by their cost, or by the figure of training.stop.',
  },
  engine: engineOption,
};

/** The network that a call names, with the weights of `modelOptions`. */
export async function openModel(
  { operands, text, switched, terminal }: Call,
  stage: string,
): Promise<{ readonly saved: SavedModel; readonly reading: Reading }> {
  chooseEngine(text('engine'));
  const network = await readNetworkFile(operands[0]!);
  const reading = readingOf(terminal, stage);
  const choice = switched('best') ? 'best' : undefined;
  const saved = await modelOfWeights(network.file, network.text, text('weights')!, reading, choice);
  noteEngine(terminal, saved.engine.reasons);
  return { saved, reading };
}
