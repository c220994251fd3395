// npm run bench:python -- FOLDER…: how many of the expected lines of the programs in folders the checker finds, what
// it says of right programs (those without a NAME.expected.json beside them), and how fast it is.
import { runEntry } from './bundle.mjs';

await runEntry('main.ts');
