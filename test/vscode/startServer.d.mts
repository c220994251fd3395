import type { ChildProcess } from 'node:child_process';

export interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  readonly userData: string;
  readonly extensions: string;
  stop(): void;
}

export function startServer(options?: {
  readonly userData?: string;
  readonly extensions?: string;
  readonly port?: number;
  readonly token?: string;
  readonly args?: readonly string[];
  readonly trust?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly log?: string;
}): Promise<Server>;
