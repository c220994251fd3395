import { predictInput } from '../../model/predictInput';
import type { Answer } from './answer';

export const predict: Answer<'predict'> = ({ id, input }, { document }, host) =>
  predictInput(host, document.uri, input, id);
