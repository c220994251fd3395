import type { Answer } from './answer';

export const select: Answer<'select'> = ({ layers }, designer, host) =>
  host.designers.select(designer, layers);
