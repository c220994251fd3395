import { generate as generateText } from '../../model/generate';
import type { Answer } from './answer';

export const generate: Answer<'generate'> = (message, { document }, host) =>
  generateText(host, document.uri, message);
