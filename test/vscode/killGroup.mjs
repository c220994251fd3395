/** Ends a process that was started `detached`, and all that it started. */
export function killGroup(child, signal = 'SIGKILL') {
  if (!child.pid) return; // it never ran
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended already
  }
}
