import type { Fix } from '../../../core/problem';
import type { Call } from '../../ops/call';
import { appended } from '../../ops/fixes';
import { compareSizes, isDifferent } from '../../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../../sizes/size';
import { formatDims } from '../../values/words';
import type { Use } from './layer';

/** "x is (8, 8)", or, within a Sequential, "What reaches nn.Linear(10, 5) is (8, 8)". */
function subject(call: Call, { words }: Use, shape: readonly Dim[] | undefined, parameter: string): string {
  const { source, words: name } = call.operand(parameter);
  const who = source === '' ? `What reaches ${words}` : name;
  return shape ? `${who} is ${formatDims(shape)}` : who;
}

function related(call: Call, use: Use, parameter: string) {
  const made = use.made ? [{ message: `${use.words} is made here`, span: use.made }] : [];
  return [...made, ...call.operand(parameter).origins];
}

/** A quick fix that writes another number where a layer is made. */
function change(use: Use, setting: string, size: Dim): readonly Fix[] {
  const place = use.numberAt(setting);
  if (!place || !isNumber(size)) return [];
  return [
    {
      title: `Change ${setting} to ${size}`,
      edits: [{ offset: place.start, length: place.end - place.start, text: String(size) }],
    },
  ];
}

/** A quick fix that writes a method behind an argument. */
export function append(call: Call, parameter: string, text: string): readonly Fix[] {
  const operand = call.operand(parameter);
  return operand.source === '' ? [] : [appended(operand, text)];
}

interface Expectation {
  /** The parameter whose size is compared. */
  readonly parameter?: string;
  readonly shape: readonly Dim[] | undefined;
  /** What the layer takes, and what it gets. */
  readonly takes: Dim;
  readonly gets: Dim;
  /** The setting that says what it takes. */
  readonly setting: string;
}

/** Whether the last size is what a layer was made for; reports where it isn't. */
export function hasFeatures(
  call: Call,
  use: Use,
  { parameter = 'input', shape, takes, gets, setting }: Expectation,
): boolean {
  const certainty = compareSizes(gets, takes);
  if (!isDifferent(certainty)) return true;
  call.report({
    code: 'feature-mismatch',
    certainty,
    message: `${subject(call, use, shape, parameter)}${shape ? ',' : ` has ${formatDim(gets)} features,`} but ${use.words} takes ${formatDim(takes)} features: the last size must be ${formatDim(takes)}, not ${formatDim(gets)}.${flattening(shape, takes)}`,
    related: related(call, use, parameter),
    fixes:
      flattening(shape, takes) === '' ? change(use, setting, gets) : append(call, parameter, '.flatten(1)'),
  });
  return false;
}

/** Images that nobody flattened. */
function flattening(shape: readonly Dim[] | undefined, takes: Dim): string {
  if (!shape || shape.length < 3 || !isNumber(takes)) return '';
  const sizes = shape.slice(1);
  if (!sizes.every(isNumber)) return '';
  const all = (sizes as number[]).reduce((product, size) => product * size, 1);
  return all === takes ? ` Flatten it first, as with torch.flatten(x, 1): it has ${all} values each.` : '';
}

/** Whether there are as many channels as a layer was made for; reports where there aren't. */
export function hasChannels(
  call: Call,
  use: Use,
  { parameter = 'input', shape, takes, gets, setting }: Expectation,
  axis: number,
): boolean {
  const certainty = compareSizes(gets, takes);
  if (!isDifferent(certainty)) return true;
  const last = shape && axis !== shape.length - 1 && compareSizes(shape.at(-1), takes) === 'same';
  call.report({
    code: 'channel-mismatch',
    certainty,
    message: `${subject(call, use, shape, parameter)}, but ${use.words} takes ${formatDim(takes)} ${takes === 1 ? 'channel' : 'channels'}: axis ${axis} must be ${formatDim(takes)}, not ${formatDim(gets)}.${last ? ' PyTorch takes the channels before the height and the width: permute the axes.' : ''}`,
    related: related(call, use, parameter),
    fixes: !last
      ? change(use, setting, gets)
      : shape.length === 4
        ? append(call, parameter, '.permute(0, 3, 1, 2)')
        : [],
  });
  return false;
}

/** Whether there are as many sizes as a layer takes; reports where there aren't. */
export function hasRank(
  call: Call,
  use: Use,
  shape: readonly Dim[],
  ranks: readonly number[],
  sizes: string,
  parameter = 'input',
): boolean {
  if (ranks.includes(shape.length)) return true;
  call.report({
    code: 'rank-mismatch',
    message: `${subject(call, use, shape, parameter)}, ${shape.length} ${shape.length === 1 ? 'size' : 'sizes'}, but ${use.words} takes ${ranks.join(' or ')}: ${sizes}.`,
    related: related(call, use, parameter),
  });
  return false;
}

/** Tells of a window that doesn't fit into what it goes over. */
export function reportEmpty(call: Call, use: Use, shape: readonly Dim[], axis: number, window: Dim): void {
  call.report({
    code: 'negative-dimension',
    message: `${subject(call, use, shape, 'input')}, but the window of ${use.words} covers ${formatDim(window)} along axis ${axis}: it doesn't fit into ${formatDim(shape[axis])}, so nothing would come out.`,
    related: related(call, use, 'input'),
  });
}

/** Tells of any other fault of what a layer is called with. */
export function reportUse(call: Call, use: Use, code: string, message: string, parameter = 'input'): void {
  call.report({ code, message, related: related(call, use, parameter) });
}
