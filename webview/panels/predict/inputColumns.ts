import type { ViewState } from '../../state';

/** A value of an example as a person types it. */
export interface InputColumn {
  readonly name: string;
  /** The values it may have, where it isn't a number. */
  readonly values?: readonly string[];
  /** Whether it may be left out: training has learnt what stands in for a gap. */
  readonly gap: boolean;
}

/** More than this nobody types. */
const TYPED = 40;

/**
 * The columns of a row to predict, as the file of the training data has them; undefined where the input is an image or
 * too long to type.
 */
export function inputColumns({ run, data, good }: ViewState): readonly InputColumn[] | undefined {
  const { preprocessing } = run?.info ?? {};
  const shape = preprocessing?.inputShape ?? data?.facts?.inputShape ?? inputShape(good);
  if (!shape || shape.length > 1) return undefined;
  const columns: readonly InputColumn[] =
    preprocessing?.columns?.map(column =>
      column.as === 'number'
        ? { name: column.name, gap: true }
        : { name: column.name, values: column.values, gap: false },
    ) ??
    Array.from({ length: shape[0] ?? 0 }, (_, i) => ({
      name: data?.facts?.inputNames?.[i] ?? `x${i + 1}`,
      gap: false,
    }));
  return columns.length <= TYPED ? columns : undefined;
}

/** The shape of the first layer without inputs. */
function inputShape(good: ViewState['good']): readonly number[] | undefined {
  const input = good?.network.layers.find(layer => layer.inputs.length === 0);
  const output = input && good?.shapes.layers.get(input.id)?.output;
  return output?.every(size => typeof size === 'number') ? (output as readonly number[]) : undefined;
}
