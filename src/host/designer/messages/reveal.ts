import { showText } from '../../document/showText';
import type { Answer } from './answer';

export const reveal: Answer<'reveal'> = ({ start, end }, { document }) => showText(document, { start, end });
