// node bench/python/generate.mjs OUT numpy|torch|keras [PROGRAMS-A-FAMILY] [PYTHON]
// writes small wrong programs and the right ones they come from, each run by a Python that has the library.
import { runEntry } from './bundle.mjs';

await runEntry('generate/main.ts');
