import type { Dataset } from './dataset';
import { gradients } from './gradients';
import type { Model } from './model';

export interface GradientCheck {
  /** ‖a − b‖ / (‖a‖ + ‖b‖) over all parameters: about 1e-9 where backward is right, above 1e-3 where it is wrong. */
  readonly relativeError: number;
  readonly parameters: readonly { readonly name: string; readonly relativeError: number }[];
}

/**
 * Compares the gradients of backward with the differences (J(θ + ε) − J(θ − ε)) / 2ε of the cost, parameter by
 * parameter, over a whole data set. Takes two forward passes a number: for small networks, in float64. Of an array of
 * more than `most` numbers it looks at so many, evenly spread. The parameters are as before afterwards.
 */
export function gradientCheck(
  model: Model,
  dataset: Dataset,
  { epsilon = 1e-5, most = Infinity }: { readonly epsilon?: number; readonly most?: number } = {},
): GradientCheck {
  const pass = () => {
    const work = gradients(model, dataset, undefined, 0, dataset.m);
    let result = work.next();
    while (!result.done) result = work.next();
    return result.value;
  };
  const { factor } = pass();
  const looked = model.plan.parameters.map(({ value: { data } }) => {
    const count = Math.min(most, data.length);
    return Array.from({ length: count }, (_, k) => Math.floor((k * data.length) / count));
  });
  const computed = model.plan.parameters.map(({ gradient }, p) =>
    Float64Array.from(looked[p]!, i => gradient.data[i]! * factor),
  );
  const differences = model.plan.parameters.map(({ value: { data } }, p) =>
    Float64Array.from(looked[p]!, i => {
      const value = data[i]!;
      data[i] = value + epsilon;
      const above = pass().cost;
      data[i] = value - epsilon;
      const below = pass().cost;
      data[i] = value;
      return (above - below) / (2 * epsilon);
    }),
  );
  return {
    relativeError: relativeError(computed, differences),
    parameters: model.plan.parameters.map(({ name }, i) => ({
      name,
      relativeError: relativeError([computed[i]!], [differences[i]!]),
    })),
  };
}

function relativeError(a: readonly Float64Array[], b: readonly Float64Array[]): number {
  const norm = (value: (array: number, i: number) => number) =>
    Math.sqrt(
      a.reduce((sum, { length }, array) => {
        for (let i = 0; i < length; i++) sum += value(array, i) ** 2;
        return sum;
      }, 0),
    );
  const size = norm((array, i) => a[array]![i]!) + norm((array, i) => b[array]![i]!);
  return size === 0 ? 0 : norm((array, i) => a[array]![i]! - b[array]![i]!) / size;
}
