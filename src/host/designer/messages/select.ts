import type { Answer } from '.';

export const select: Answer<'select'> = ({ layers }, designer, host) =>
  host.designers.select(designer, layers);
