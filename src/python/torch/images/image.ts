import type { Call } from '../../ops/call';
import type { Dim } from '../../sizes/size';
import { int, sizeIn, type Value } from '../../values/value';

const pictureClass = 'PIL.Image.Image';

/** A picture of Pillow. What isn't known of it is left out. */
export function image(call: Call, channels?: Dim, height?: Dim, width?: Dim): Value {
  const made = call.invoke(call.named(pictureClass), []);
  if (made.kind !== 'instance') return made;
  for (const [name, size] of [
    ['channels', channels],
    ['height', height],
    ['width', width],
  ] as const) {
    call.set(made.attributes, ` ${name}`, int(size));
  }
  return made;
}

export interface Picture {
  readonly channels: Dim;
  readonly height: Dim;
  readonly width: Dim;
}

/** The sizes of a picture of Pillow; undefined for anything else. */
export function pictureIn(value: Value | undefined): Picture | undefined {
  if (value?.kind !== 'instance' || value.of.name !== pictureClass) return undefined;
  const size = (name: string) => sizeIn(value.attributes.get(` ${name}`));
  return { channels: size('channels'), height: size('height'), width: size('width') };
}
