import { defaultSplit } from '../../../core/network/defaultSplit';
import { counterpart } from '../../../core/proposal/counterpart';
import { formatShape } from '../../../core/shape';
import type { NamedArray } from '../../../protocol/describer';
import type { Describer } from '../../data/describer';
import { ask, type Choice } from './ask';
import type { WrittenData } from './writtenData';

/** Asks which array holds the inputs and which the labels, in this file or another one. */
export async function askArrays(
  describer: Describer,
  folder: string,
  file: string,
  arrays: readonly NamedArray[],
  files: readonly string[],
): Promise<WrittenData | undefined> {
  const largestFirst = [...arrays].sort((a, b) => b.shape.length - a.shape.length);
  const x =
    arrays.length === 1
      ? arrays[0]
      : await ask(
          'Which array holds the inputs, X?',
          largestFirst.map(array => ({ ...rowOf(file, array), value: array })),
        );
  if (!x) return undefined;
  const y = await (arrays.length > 1
    ? askLabels(file, labelsFirst(arrays, x))
    : askLabelFile(describer, folder, file, files));
  if (!y) return undefined;
  const train = { x: addressOf(file, x), y };
  const test = testPair(train, files);
  return { train, ...(test ? { test } : { split: defaultSplit }) };
}

/** The arrays beside the inputs, those first that have as many examples. */
function labelsFirst(arrays: readonly NamedArray[], x: NamedArray): NamedArray[] {
  const fits = ({ shape }: NamedArray) => Number(shape.includes(x.shape[0] ?? 0));
  return arrays.filter(array => array !== x).sort((a, b) => fits(b) - fits(a));
}

function askLabels(file: string, arrays: readonly NamedArray[]): Promise<string | undefined> {
  return ask(
    'Which array holds the labels, Y?',
    arrays.map(array => rowOf(file, array)),
  );
}

function rowOf(file: string, array: NamedArray): Choice<string> {
  return {
    label: array.name || file,
    description: formatShape(array.shape),
    value: addressOf(file, array),
  };
}

function addressOf(file: string, { name }: NamedArray): string {
  return name ? `${file}#${name}` : file;
}

/** Labels in a file of their own: the one whose name answers to that of the inputs is proposed. */
async function askLabelFile(
  describer: Describer,
  folder: string,
  file: string,
  files: readonly string[],
): Promise<string | undefined> {
  const likely = counterpart(file, files, 'labels');
  const ordered = files
    .filter(other => other !== file)
    .sort((a, b) => Number(b === likely) - Number(a === likely));
  const chosen = await ask(
    'Which file holds the labels, Y?',
    ordered.map(value => ({ label: value, description: value === likely ? 'proposed' : undefined, value })),
  );
  if (!chosen) return undefined;
  const contents = await describer.contents(chosen, folder);
  if (contents.kind !== 'arrays' || contents.arrays.length === 1) return chosen;
  return askLabels(chosen, contents.arrays);
}

/** The same arrays in a file for testing, where there is one: `train_x.npy` and `test_x.npy`. */
function testPair(
  train: { readonly x: string; readonly y: string },
  files: readonly string[],
): { readonly x: string; readonly y: string } | undefined {
  const [x, y] = [train.x, train.y].map(address => {
    const [file = '', name] = address.split('#');
    const other = counterpart(file, files, 'test');
    return other && (name ? `${other}#${name.replace(/train/g, 'test')}` : other);
  });
  return x && y ? { x, y } : undefined;
}
