import { table } from './fieldTable.mjs';

/** docs/problems.md */
export function problems({ rules, readingFaults, dataFaultCodes }) {
  return `
# Problems

What can be wrong with a network file, by code. A problem is the same in the Problems panel, on the canvas, in hovers and from
\`layerwise check\`; where it has a fix, the light bulb and the canvas offer it.

## While the file is read

${readingFaults.map(fault).join('\n\n')}

## In the network as a whole

${[...rules]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(rule)
  .join('\n\n')}

## In the data

${table(
  ['Code', 'What is wrong'],
  dataFaultCodes.map(({ code, why }) => [`\`${code}\``, why]),
)}
`;
}

function fault({ code, why, bad }) {
  return [`### \`${code}\``, why, ...(bad ? [fenced(bad)] : [])].join('\n\n');
}

function rule({ code, severity, why, examples: [{ bad, good }] }) {
  return `### \`${code}\`

${why} (${severity})

Has the problem:

${fenced(bad)}

Has it no longer:

${fenced(good)}`;
}

function fenced(text) {
  return `\`\`\`jsonc\n${text.trim()}\n\`\`\``;
}
