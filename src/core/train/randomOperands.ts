import * as z from 'zod';
import { activations } from '../activations';
import type { Operands } from '../kernels/call';
import type { Kernels } from '../kernels/kernels';
import { losses } from '../losses';
import { optimizers } from '../optimizers';
import type { Random } from '../random';

/** Makes operands of the cases of calls, the same for the same `random`. */
export function randomOperands(kernels: Kernels, random: Random): Operands {
  const drawn = (length: number, draw: () => number) => {
    const made = kernels.allocate(length);
    for (let i = 0; i < length; i++) made[i] = draw();
    return made;
  };
  return {
    batch: (n, m, scale = 1) => ({ n, m, data: drawn(n * m, () => scale * random.uniform(-2, 2)) }),
    bytes: (n, m) => ({ n, m, data: drawn(n * m, () => random.uniform(-2, 2)), bytes: true }),
    matrix: (rows, columns) => ({ rows, columns, data: drawn(rows * columns, () => random.uniform(-2, 2)) }),
    shares: (n, m) => ({ n, m, data: drawn(n * m, () => random.uniform(0.05, 0.95)) }),
    sums: length => kernels.allocateSums(length),
    place: array => kernels.place(array),
    activations,
    losses,
    optimizers: optimizers.map(optimizer => ({
      optimizer,
      fields: z.object(optimizer.fields).parse({}) as Record<string, number>,
    })),
  };
}
