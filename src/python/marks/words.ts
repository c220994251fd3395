import type { PythonReport } from '../checkPython';
import type { Value } from '../values/value';
import { shapeWords } from '../values/words';

/** `(4, 2) float64`. */
export function valueWords(value: Value): string | undefined {
  const words = shapeWords(value);
  return words && value.kind === 'array' && value.dtype ? `${words} ${value.dtype}` : words;
}

/** `gives (m, 128), 100,480 parameters`. */
export function layerWords({
  output,
  parameters,
}: Omit<PythonReport['layers'][number], 'span'>): string | undefined {
  const parts = [
    ...(output === undefined ? [] : [`gives ${output}`]),
    ...(!parameters
      ? []
      : [`${parameters.toLocaleString('en-US')} ${parameters === 1 ? 'parameter' : 'parameters'}`]),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}
