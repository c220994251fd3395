import { predictInput } from '../../model/predictInput';
import type { Answer } from './answer';

export const predict: Answer<'predict'> = ({ input }, { document }, host) =>
  predictInput(host, document.uri, input);
