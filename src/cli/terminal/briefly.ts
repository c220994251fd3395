const most = 8;

/** What was worked out about the data as one line: of a table with many columns, the last sentences, which are of the whole. */
export function briefly(choices: readonly string[]): string {
  const left = choices.length > most ? choices.length - most : 0;
  return [...choices.slice(left), ...(left > 0 ? [`run.json says ${left} more.`] : [])].join(' ');
}
