// the one place below the ends where paths are Node's
export { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
