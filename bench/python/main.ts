import { checker } from './checker';
import { judge } from './judge';
import { readPrograms } from './readPrograms';
import { type Result, report } from './report';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Say which folders: npm run bench:python -- FOLDER…');

const check = await checker();
// the first of all checks pays for compiling the checker itself
for (const program of (await readPrograms(folders[0]!)).slice(0, 3)) check(program.text);

for (const folder of folders) {
  const results: Result[] = [];
  for (const program of await readPrograms(folder)) {
    const checked = check(program.text);
    results.push({ ...checked, verdict: judge(program, checked.findings) });
  }
  console.log(`== ${folder}`);
  console.log(results.length > 0 ? report(results).join('\n') : 'There is no Python here.');
  console.log();
}
