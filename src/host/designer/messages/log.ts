import type { Answer } from './answer';

export const log: Answer<'log'> = ({ message }, { document }, host) =>
  host.log.warn(`${document.uri.path}: ${message}`);
