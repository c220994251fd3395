import { table } from './fieldTable.mjs';

/** docs/python-problems.md */
export function pythonProblems({ pythonRules, pythonLibraries }) {
  const rules = [...pythonRules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return `
# Problems in Python

What the [shape checker for Python](python.md) tells of, by code, and which functions it knows. \`layerwise.python.severity\` changes
how much a code counts for; \`# layerwise: ignore[code]\` leaves it out on a line.

${table(
  ['Code', 'Severity'],
  rules.map(({ code, severity }) => [`[\`${code}\`](#${code})`, severity]),
)}

${rules.map(rule).join('\n\n')}

## What is known

${pythonLibraries.map(library).join('\n\n')}
`;
}

function rule({ code, why, examples: [{ bad, good }] }) {
  return `### \`${code}\`

${why}

Has the problem:

${fenced(bad)}

Has it no longer:

${fenced(good)}`;
}

function library({ name, families }) {
  return `### ${name[0].toUpperCase()}${name.slice(1)}

${table(
  ['Functions', 'What is checked'],
  families.map(({ title, about }) => [title, about]),
)}`;
}

function fenced(text) {
  return `\`\`\`python\n${text.trim()}\n\`\`\``;
}
