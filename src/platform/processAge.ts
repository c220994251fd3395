import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/**
 * When a process began, as the system counts it: two processes that have had one id differ in it. Undefined where the
 * system doesn't tell (it does on Linux), or there is no such process.
 */
export function birthOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name of the program, in brackets, may hold anything; the start is the 22nd field, 20 behind it
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start && `${boot}/${start}`;
  } catch {
    return undefined;
  }
}

/** When this machine was started, in milliseconds as `Date.now` counts, give or take some seconds. */
export function startOfMachine(): number {
  return Date.now() - 1000 * uptime();
}
