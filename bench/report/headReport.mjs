import os from 'node:os';
import { threeDigits } from './numbers.mjs';

/** When, where and with what a bench ran. */
export function headReport({ peers, missing, peak, args, runs, now = new Date() }) {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  // what others were doing on the machine
  const load = os.loadavg()[0].toFixed(1);
  const versions = peers.map(({ name, version }) => `${name} ${version}`).join(', ');
  const lines = [
    `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, \`${['npm run bench', ...(args.length ? ['--', ...args] : [])].join(' ')}\`.`,
    `${os.cpus().length} × ${cpu}, ${memory} GiB, ${os.type()} ${os.machine()}, Node ${process.versions.node}; load ${load} before it began.`,
    `${versions}. Medians of ${runs} run${runs === 1 ? '' : 's'}, in turn.`,
    peak
      ? `Peak: ${threeDigits(peak.float32)} GFLOP/s float32, ${threeDigits(peak.float64)} float64 (${peak.by}).`
      : 'Peak: not measured, NumPy is missing.',
    ...missing.map(({ peer, missing: reason }) => `Missing: ${peer} (${reason}).`),
  ];
  return lines.map(line => `- ${line}`).join('\n');
}
