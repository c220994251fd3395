import type { Family, ValueEntry } from '../ops/entry';
import { float, none } from '../values/value';

const constant = (name: string, value: number): ValueEntry => ({
  kind: 'value',
  names: [`numpy.${name}`, `math.${name}`],
  value: Number.isFinite(value) ? float(value) : float(),
});

export const constants: Family = {
  title: 'Constants',
  about: '`np.pi`, `np.newaxis` and the like.',
  entries: [
    constant('pi', Math.PI),
    constant('e', Math.E),
    constant('inf', Number.POSITIVE_INFINITY),
    constant('nan', Number.NaN),
    { kind: 'value', names: ['numpy.newaxis'], value: none },
  ],
};
