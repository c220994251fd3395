import { counterpart } from '../../../core/proposal/counterpart';
import { formatShape } from '../../../core/shape';
import type { NamedArray } from '../../../protocol/describer';
import type { Describer } from '../../data/describer';
import { ask, type Choice } from './ask';
import type { WrittenData } from './askSettings';

/** Asks which array holds the inputs and which the labels, in this file or another one. */
export async function askArrays(
  describer: Describer,
  folder: string,
  file: string,
  arrays: readonly NamedArray[],
  files: readonly string[],
): Promise<WrittenData | undefined> {
  const here = arrays.map(array => choice(file, array)).sort((a, b) => b.sizes - a.sizes);
  const x = here.length === 1 ? here[0]!.value : await ask('Which array holds the inputs, X?', here);
  if (!x) return undefined;
  const others = here.filter(({ value }) => value !== x);
  const y =
    others.length > 0
      ? await ask('Which array holds the labels, Y?', others.reverse())
      : await askLabelFile(describer, folder, file, files);
  if (!y) return undefined;
  const test = testPair(x, y, files);
  const bytes = arrays.some(({ shape }) => shape.length > 2);
  return {
    train: { x, y },
    ...(test ? { test } : { split: { test: 0.2, seed: 1 } }),
    ...(bytes && { scale: 255 }),
  };
}

function choice(file: string, { name, shape }: NamedArray): Choice<string> & { sizes: number } {
  const value = name ? `${file}#${name}` : file;
  return { label: name || file, description: formatShape(shape), value, sizes: shape.length };
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
  return ask(
    'Which array holds the labels, Y?',
    contents.arrays.map(array => choice(chosen, array)),
  );
}

/** The same arrays in a file for testing, where there is one: `train_x.npy` and `test_x.npy`. */
function testPair(x: string, y: string, files: readonly string[]): { x: string; y: string } | undefined {
  const test = [x, y].map(address => {
    const [file = '', name] = address.split('#');
    const other = counterpart(file, files, 'test');
    return other && (name ? `${other}#${name.replace(/train/g, 'test')}` : other);
  });
  return test[0] && test[1] ? { x: test[0], y: test[1] } : undefined;
}
