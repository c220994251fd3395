// The bundle `dist/python.js`: the parser and all tables, which only Python files should cost. `loadPython.ts` imports it
// as './python.js': here that is this file, in `dist` the bundle of it.
export { checkPython, type PythonReport } from './checkPython';
export { type Hint, hintsIn } from './marks/hints';
export { type HoverWords, hoverAt } from './marks/hover';
export { findModels } from './models/findModels';
export type { Model, ModelLayer } from './models/model';
export { type ParserBytes, type PythonParser, pythonParser } from './syntax/pythonParser';
export { shapeWords } from './values/words';
