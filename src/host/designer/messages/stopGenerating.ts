import { stopGenerating as stop } from '../../model/generate';
import type { Answer } from './answer';

export const stopGenerating: Answer<'stop-generating'> = (_, { document }) => stop(document.uri);
