import type { Picture } from './known/knownNetwork';
import type { ProposedLayer } from './proposedLayer';

/** A frame of zeros that makes pictures as large as halving them needs, and what cuts it off again. */
export interface Frame {
  readonly around: readonly ProposedLayer[];
  readonly off: readonly ProposedLayer[];
  /** The sides within it. */
  readonly height: number;
  readonly width: number;
  /** What it does, in words; undefined where there is none. */
  readonly words: string | undefined;
}

/** The frame that makes the sides of pictures multiples of `of`. */
export function frameTo(of: number, { height, width }: Picture): Frame {
  const [down, across] = [height, width].map(side => (of - (side % of)) % of) as [number, number];
  const inside = { height: height + down, width: width + across };
  if (down + across === 0) return { around: [], off: [], ...inside, words: undefined };
  const sides = {
    top: Math.floor(down / 2),
    bottom: Math.ceil(down / 2),
    left: Math.floor(across / 2),
    right: Math.ceil(across / 2),
  };
  return {
    around: [{ id: 'frame', type: 'zero-pad', ...sides }],
    off: [{ id: 'unframe', type: 'crop', ...sides }],
    ...inside,
    words: `a frame of zeros makes them ${inside.height} × ${inside.width}, which can be halved, and is cut off at the end`,
  };
}
