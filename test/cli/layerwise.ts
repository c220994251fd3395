import { spawn } from 'node:child_process';

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** Standard output, a JSON value a line. */
  readonly json: readonly Record<string, unknown>[];
}

/** Runs the command line to its end. */
export async function layerwise(cli: string, args: readonly string[], cwd?: string): Promise<Result> {
  const child = spawn(process.execPath, [cli, ...args], { cwd });
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', piece => {
    out += piece;
  });
  child.stderr.setEncoding('utf8').on('data', piece => {
    error += piece;
  });
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return {
    code,
    out,
    error,
    get json() {
      return out
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line));
    },
  };
}
