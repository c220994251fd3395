import type { Problem } from '../../core/problem';
import { counted } from '../../data/sentence';
import { faultOf } from '../../runs/faultOf';
import { analyzeFile } from '../analyzeFile';
import { exitCodeOf, exitCodes } from '../exitCodes';
import { lineColumns } from '../lineColumns';
import { networkFiles } from '../networkFiles';
import { readNetworkFile } from '../readNetworkFile';
import type { Command } from './command';

/** A problem as `--json` prints it. */
interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly message: string;
}

export const check: Command = {
  name: 'check',
  summary: 'Finds the problems of network files.',
  operands: 'FILE…',
  count: [1, Number.POSITIVE_INFINITY],
  options: {
    json: { help: 'Prints one JSON object a line for each problem.' },
  },
  details: [
    'FILE is a network file, or a folder in which all *.nn.json are checked (node_modules, .layerwise and .git left out). The headers of the data that a network names are read, so that shapes are checked against them.',
    'Lines and columns count from 1; the end is the place after the last character.',
    'Exit code 0 without errors (there may be warnings), 1 with an error, 2 where a file can’t be read.',
  ],
  async run({ operands, switched, terminal }) {
    let errors = 0;
    let warnings = 0;
    let files = 0;
    let code: number = exitCodes.done;
    /** What can't be read is told of, and doesn't keep the rest from being checked. */
    const readable = async <T>(found: Promise<readonly T[]>): Promise<readonly T[]> => {
      try {
        return await found;
      } catch (error) {
        const fault = faultOf(error);
        if (!fault) throw error;
        code = Math.max(code, exitCodeOf(error));
        terminal.note(fault.message);
        return [];
      }
    };
    for (const operand of operands) {
      for (const name of await readable(networkFiles(operand))) {
        files++;
        for (const finding of await readable(findingsOf(name))) {
          if (finding.severity === 'error') errors++;
          if (finding.severity === 'warning') warnings++;
          terminal.line(switched('json') ? JSON.stringify(finding) : asLine(finding));
        }
      }
    }
    if (!switched('json')) {
      terminal.note(
        `${counted(files, 'file')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
      );
    }
    return Math.max(code, errors > 0 ? exitCodes.fault : exitCodes.done);
  },
};

async function findingsOf(name: string): Promise<Finding[]> {
  const network = await readNetworkFile(name);
  const { problems } = await analyzeFile(network);
  const place = lineColumns(network.text);
  return problems.map(({ span, code, severity, message }) => {
    const start = place(span.start);
    const end = place(span.end);
    return { file: name, ...start, endLine: end.line, endColumn: end.column, code, severity, message };
  });
}

function asLine({ file, line, column, code, severity, message }: Finding): string {
  return `${file}:${line}:${column}: ${severity} ${code}: ${message}`;
}
