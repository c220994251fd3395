import { counted } from '../../data/sentence';
import { faultOf } from '../../runs/faultOf';
import { withLayer } from '../../runs/preparing/withLayer';
import { analyzeFile } from '../analyzeFile';
import { checkedFiles } from '../checkedFiles';
import { exitCodeOf, exitCodes } from '../exitCodes';
import { type Finding, finding } from '../finding';
import { lineColumns } from '../lineColumns';
import { pythonFindings } from '../pythonFindings';
import { readNetworkFile } from '../readNetworkFile';
import type { Command } from './command';

export const check: Command = {
  name: 'check',
  summary: 'Finds the problems of networks and of Python programs.',
  operands: 'FILE…',
  count: [1, Number.POSITIVE_INFINITY],
  options: {
    json: { help: 'Prints one JSON object a line for each problem.' },
  },
  details: [
    'FILE is a network file, a Python program (.py), a notebook (.ipynb), or a folder in which all of these are checked (node_modules, virtual environments, .layerwise and .git left out). The headers of the data that they name are read, so that shapes are checked against them. No program is run.',
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
      for (const name of await readable(checkedFiles(operand))) {
        files++;
        for (const finding of await readable(findingsOf(name))) {
          const { error, warning } = countsOf(finding);
          errors += error;
          warnings += warning;
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
  if (/\.(py|ipynb)$/.test(name)) return pythonFindings(name);
  const network = await readNetworkFile(name);
  const { problems } = await analyzeFile(network);
  const place = lineColumns(network.text);
  return problems.map(problem => finding(name, problem, place));
}

/** How many errors and warnings a finding stands for: one, but of the last of very many. */
function countsOf({ severity, more }: Finding): { error: number; warning: number } {
  return more ?? { error: Number(severity === 'error'), warning: Number(severity === 'warning') };
}

function asLine(finding: Finding): string {
  const { file, cell, line, column, code, severity } = finding;
  return `${file}:${cell === undefined ? '' : `cell ${cell}:`}${line}:${column}: ${severity} ${code}: ${withLayer(finding)}`;
}
