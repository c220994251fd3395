import type { Answer } from '.';

export const select: Answer<'select'> = ({ layers }, designer) => {
  designer.selection = layers;
};
