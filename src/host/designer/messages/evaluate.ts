import { evaluateOn } from '../../model/evaluateOn';
import type { Answer } from './answer';

export const evaluate: Answer<'evaluate'> = ({ id, set }, { document }, host) =>
  evaluateOn(host, document.uri, set, id);
