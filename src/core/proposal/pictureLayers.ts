import type { ProposedLayer } from './proposedLayer';

type From = readonly string[];

interface Kernel {
  readonly inputs?: From;
  readonly stride?: number;
  readonly padding?: number;
  readonly activation?: string;
  readonly initializer?: string;
  readonly bias?: false;
}

const fed = (inputs: From | undefined) => (inputs ? { inputs } : {});

/** As many kernels of `kernelSize` × `kernelSize`. */
export function convolution(
  id: string,
  filters: number,
  kernelSize: number,
  { inputs, initializer = 'he', bias, ...others }: Kernel = {},
): ProposedLayer {
  return {
    ...{ id, type: 'conv2d', ...fed(inputs), filters, kernelSize, ...others, initializer },
    ...(bias === false && { bias }),
  };
}

/** A kernel of 3 × 3 for each channel. */
export const depthwise = (id: string, stride: number): ProposedLayer => ({
  ...{ id, type: 'depthwise-conv2d', kernelSize: 3, ...(stride > 1 && { stride }) },
  ...{ padding: 1, initializer: 'he', bias: false },
});

/** Twice as high and wide. */
export const enlarge = (id: string, filters: number): ProposedLayer => ({
  ...{ id, type: 'conv2d-transpose', filters, kernelSize: 2, stride: 2 },
  ...{ activation: 'relu', initializer: 'he' },
});

export const maxPool = (id: string, poolSize: number, stride = poolSize, padding = 0): ProposedLayer => ({
  ...{ id, type: 'max-pool2d', poolSize },
  ...(stride !== poolSize && { stride }),
  ...(padding > 0 && { padding }),
});

export const norm = (id: string): ProposedLayer => ({ id, type: 'batch-norm' });

export const activate = (id: string, activation: string): ProposedLayer => ({
  id,
  type: 'activation',
  activation,
});

export const join = (id: string, type: 'add' | 'concatenate', inputs: From): ProposedLayer => ({
  id,
  type,
  inputs,
});

export const drop = (id: string, rate: number): ProposedLayer => ({ id, type: 'dropout', rate });

export const dense = (id: string, units: number, activation: string, initializer: string): ProposedLayer => ({
  id,
  type: 'dense',
  units,
  activation,
  initializer,
});

export const averageAll: ProposedLayer = { id: 'avgpool', type: 'global-average-pool' };
