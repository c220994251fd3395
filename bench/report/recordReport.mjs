import fs from 'node:fs';

const begin = '<!-- results: npm run bench -- --record -->';
const end = '<!-- end of results -->';

/** Puts a report in place of the one that a Markdown file holds between its two marks. */
export function recordReport(file, report) {
  fs.writeFileSync(file, withReport(fs.readFileSync(file, 'utf8'), report));
}

export function withReport(text, report) {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The file lacks the marks ${begin} and ${end}.`);
  return `${text.slice(0, from)}${begin}\n\n${report}\n\n${text.slice(to)}`;
}
