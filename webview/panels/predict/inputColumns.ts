import { type TypedColumn, typedColumns } from '../../../src/data/inputs/typedColumns';
import { isText } from '../../../src/data/inputs/typedValues';
import type { ViewState } from '../../state';

/** More than this nobody types. */
const TYPED = 40;

/**
 * The columns of a row to predict, as the file of the training data has them; undefined where the input is an image or
 * too long to type.
 */
export function inputColumns({ run, data, good }: ViewState): readonly TypedColumn[] | undefined {
  const { preprocessing } = run?.info ?? {};
  if (preprocessing && isText(preprocessing)) return typedColumns(preprocessing);
  if (!preprocessing && data?.facts?.tokens) return undefined;
  const shape = preprocessing?.inputShape ?? data?.facts?.inputShape ?? inputShape(good);
  if (!shape || shape.length > 1) return undefined;
  const typed = (preprocessing?.columns?.length ?? shape[0] ?? 0) <= TYPED;
  if (!typed) return undefined;
  return typedColumns(
    preprocessing ?? {
      inputShape: shape,
      inputNames: data?.facts?.inputNames,
      targets: { names: [], binary: false },
    },
  );
}

/** The shape of the first layer without inputs. */
function inputShape(good: ViewState['good']): readonly number[] | undefined {
  const input = good?.network.layers.find(layer => layer.inputs.length === 0);
  const output = input && good?.shapes.layers.get(input.id)?.output;
  return output?.every(size => typeof size === 'number') ? (output as readonly number[]) : undefined;
}
