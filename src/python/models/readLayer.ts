import type { Expression, Of } from '../syntax/ast';
import type { Constant } from './constants';
import { readersOf } from './layers';
import { GivenLayer, type ReadLayer } from './layers/given/givenLayer';

/** Reads the call of a layer’s class of Keras or PyTorch. What the designer hasn’t, class or setting, is a fault. */
export function readLayer(call: Of<Expression, 'call'>, fullName: string, constant: Constant): ReadLayer {
  const written = fullName.slice(fullName.lastIndexOf('.') + 1);
  const found = readersOf(fullName.startsWith('torch.') ? 'torch' : 'keras').get(written);
  if (!found) {
    return { kind: 'fault', message: `The designer doesn’t know layers of the kind ${written} yet.` };
  }
  const given = new GivenLayer(call, written, found, constant);
  return given.fault ?? given.checked(found.read(given));
}
