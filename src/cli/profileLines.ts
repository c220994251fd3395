import { type Profile, type ProfiledPart, warmUp } from '../core/kernels/profile';
import { shareText } from '../runs/figures/shareText';
import { columns } from './columns';

export interface ProfileOnThreads extends Profile {
  readonly threads: number;
}

/** A profile as one line of JSON, or as a table: of each layer, forward and backward, and then of what is outside layers. */
export function profileLines(profile: ProfileOnThreads, json: boolean): string[] {
  if (profile.steps === 0 && !json) {
    return [
      `Nothing was measured: the first ${warmUp} steps only warm up, so that a profile takes more than that.`,
    ];
  }
  return json ? [JSON.stringify({ profile: asJson(profile) })] : asTable(profile);
}

/** Milliseconds of a step, and GFLOP/s. */
function asJson({ steps, milliseconds: all, parts, peak, threads }: ProfileOnThreads) {
  return {
    steps,
    threads,
    milliseconds: all / Math.max(1, steps),
    ...(peak !== undefined && { peak: (peak * threads) / 1e9 }),
    parts: parts.map(({ milliseconds, flops, ...part }) => ({
      ...part,
      milliseconds: milliseconds / Math.max(1, steps),
      ...(flops > 0 && { gigaflops: flops / milliseconds / 1e6 }),
    })),
  };
}

function asTable({ steps, milliseconds, parts, peak, threads }: ProfileOnThreads): string[] {
  const each = (part: ProfiledPart | undefined) => (part ? (part.milliseconds / steps).toFixed(3) : '');
  const rest = milliseconds - parts.reduce((sum, part) => sum + part.milliseconds, 0);
  const pass = (layer: string, wanted: 'forward' | 'backward') => {
    const part = parts.find(other => other.layer === layer && other.pass === wanted);
    return [each(part), ...rates(part, peak && peak * threads)];
  };
  const layers = [...new Set(parts.flatMap(({ layer }) => layer ?? []))];
  const outside = parts.filter(({ layer }) => layer === undefined);
  const most = peak === undefined ? [] : [`the tile alone does ${gigaflops(peak * threads)} GFLOP/s`];
  return [
    `Of ${steps} steps, ${(milliseconds / steps).toFixed(3)} ms each${most.length > 0 ? `; ${most}${threads > 1 ? ` on ${threads} threads` : ''}` : ''}:`,
    ...columns(
      [
        ['layer', 'forward ms', 'GFLOP/s', 'of peak', 'backward ms', 'GFLOP/s', 'of peak'],
        ...layers.map(layer => [layer, ...pass(layer, 'forward'), ...pass(layer, 'backward')]),
      ],
      new Set([1, 2, 3, 4, 5, 6]),
    ),
    ...columns(
      [
        ['outside layers', 'ms'],
        ...outside.map(part => [part.call ?? '', each(part)]),
        ['the rest', (rest / steps).toFixed(3)],
      ],
      new Set([1]),
    ),
  ];
}

/** GFLOP/s and share of the peak; nothing where there are no products. */
function rates(part: ProfiledPart | undefined, peak: number | undefined): [string, string] {
  if (!part || part.flops === 0) return ['', ''];
  const rate = (part.flops * 1000) / part.milliseconds;
  return [gigaflops(rate), peak === undefined ? '' : shareText(rate / peak)];
}

const gigaflops = (rate: number) => (rate / 1e9).toFixed(1);
