import { defaultSplit } from '../../../core/network/defaultSplit';
import { ask } from './ask';
import type { WrittenData } from './writtenData';

/** Names that labels often have. */
const usual = /^(y|target|label|class|species|survived|outcome|diagnosis|output)$/i;

/** Asks for the column of a table that is predicted; the last one is proposed, unless another is called `label`. */
export async function askTarget(file: string, columns: readonly string[]): Promise<WrittenData | undefined> {
  const likely = columns.find(name => usual.test(name)) ?? columns.at(-1);
  const ordered = [...columns].sort((a, b) => Number(b === likely) - Number(a === likely));
  const target = await ask(
    'Which column shall it predict?',
    ordered.map(name => ({
      label: name || '(no name)',
      description: name === likely ? 'proposed' : undefined,
      value: name,
    })),
  );
  if (target === undefined) return undefined;
  return { file, target, standardise: true, split: defaultSplit };
}
