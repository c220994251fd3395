import type { Answer } from './answer';

export const settled: Answer<'settled'> = ({ id, fault }, designer) => designer.settled(id, { fault });
