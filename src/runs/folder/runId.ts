/** The name of a run's folder, from the local time at which it began: `2026-11-23T22-31-07`. Sorts by time. */
export function runId(time: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}-${two(time.getMinutes())}-${two(time.getSeconds())}`;
}
