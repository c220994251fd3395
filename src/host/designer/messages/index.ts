import type { FromView } from '../../../protocol/view';
import { withTrust } from '../../trust/trust';
import type { Answer } from './answer';
import { augmented } from './augmented';
import { command } from './command';
import { copy } from './copy';
import { edit } from './edit';
import { evaluate } from './evaluate';
import { fix } from './fix';
import { generate } from './generate';
import { log } from './log';
import { predict } from './predict';
import { ready } from './ready';
import { reveal } from './reveal';
import { run } from './run';
import { savePicture } from './savePicture';
import { select } from './select';
import { settled } from './settled';
import { stopGenerating } from './stopGenerating';

/** One file a message. */
export const answers: { readonly [T in FromView['type']]: Answer<T> } = {
  ready,
  edit,
  fix,
  run: withTrust(run),
  predict: withTrust(predict),
  evaluate: withTrust(evaluate),
  generate: withTrust(generate),
  'stop-generating': stopGenerating,
  augmented: withTrust(augmented),
  reveal,
  command,
  'save-picture': withTrust(savePicture),
  select,
  copy,
  settled,
  log,
};
