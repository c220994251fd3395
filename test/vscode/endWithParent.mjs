// Loaded into the VS Code server before its own code (`node --import`): ends the server and all it started when the
// process that started it is gone, however that ended. The pipe on stdin closes even where the parent was killed.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.on('end', () => process.kill(-process.pid, 'SIGKILL'));
  process.stdin.on('error', () => process.kill(-process.pid, 'SIGKILL'));
  process.stdin.resume();
}
