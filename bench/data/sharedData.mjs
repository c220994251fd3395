import path from 'node:path';

/** Real data, where they lie beside the repository; they aren't part of the project. */
export const sharedData = path.resolve(import.meta.dirname, '../../../shared/data');
