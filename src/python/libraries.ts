import { builtins } from './builtins';
import { dataFiles } from './dataFiles';
import { keras } from './keras';
import { numpy } from './numpy';
import type { Library } from './ops/entry';
import { scipy } from './scipy';
import { sklearn } from './sklearn';
import { tensorflow } from './tensorflow';
import { torch } from './torch';

/** The libraries whose functions have tables. A new one is a folder with an index, and a row here. */
export const libraries: readonly Library[] = [
  builtins,
  numpy,
  dataFiles,
  scipy,
  sklearn,
  keras,
  tensorflow,
  torch,
];
