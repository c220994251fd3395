// node bench/python/generate.mjs OUT [PROGRAMS-A-FAMILY] [PYTHON]: small wrong programs and their right ones, each run.
import { runEntry } from './bundle.mjs';

await runEntry('generate/main.ts');
