import type { Fault, GivenLayer } from './givenLayer';
import { type Sides, side, sides } from './sides';

/** Over how many axes a window goes: a picture's two, or the steps of a series. */
export type Axes = 1 | 2;

/** Fields of a layer of the designer. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a setting is on each axis, as a field of the designer; a fault where it can't be read. */
export function onAxes(given: GivenLayer, name: string, axes: Axes): Sides | undefined {
  return (axes === 2 ? sides : side)(given.value(name));
}

/** A setting that the designer has under another name, left out where it is what the designer takes anyhow. */
export function windowField(
  given: GivenLayer,
  name: string,
  field: string,
  axes: Axes,
  standard?: unknown,
): Fields | Fault {
  const value = onAxes(given, name, axes);
  if (value === undefined) return given.unread(`its ${name}`);
  return value === standard ? {} : { [field]: value };
}

/** Keras's `"same"` or `"valid"`. */
export function kerasPadding(given: GivenLayer): Fields | Fault {
  const padding = given.value('padding');
  if (typeof padding !== 'string') return given.unread('its padding');
  const how = padding.toLowerCase();
  if (how === 'valid') return {};
  return how === 'same' ? { padding: 'same' } : given.refused('padding');
}

/** PyTorch's number or numbers, or one of the same words. */
export function torchPadding(given: GivenLayer, axes: Axes): Fields | Fault {
  const padding = given.value('padding');
  if (typeof padding === 'string') return kerasPadding(given);
  const both = Array.isArray(padding) && padding.length === axes ? padding : [padding, padding];
  if (!both.every(each => Number.isSafeInteger(each) && each >= 0)) return given.unread('its padding');
  const [first, second] = both as number[];
  if (axes === 1 || first === second) return first === 0 ? {} : { padding: first };
  return { padding: [first, second] };
}

/** All fields together, or the first fault. */
export function together(
  parts: readonly (Fields | Fault)[],
):
  | { readonly fields: Fields; readonly fault?: undefined }
  | { readonly fields?: undefined; readonly fault: Fault } {
  const fault = parts.find((part): part is Fault => part.kind === 'fault');
  return fault ? { fault } : { fields: Object.assign({}, ...parts) as Fields };
}
