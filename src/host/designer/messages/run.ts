import { runActions } from '../../training/actions';
import type { Answer } from './answer';

export const run: Answer<'run'> = ({ action }, { document }, host) => runActions[action](host, document.uri);
