import type { Answer } from '.';

export const log: Answer<'log'> = ({ message }, { document }, host) =>
  host.log.warn(`${document.uri.path}: ${message}`);
