/** What compiles the kernels, in words: `V8 14.6 (Node 26.12.1)`, `V8 14.2 (Electron 39.2.3)`. */
export function v8Version({ v8, node, electron }: NodeJS.ProcessVersions = process.versions): string {
  const host = electron ? `Electron ${electron}` : `Node ${node}`;
  return `V8 ${v8.split('.').slice(0, 2).join('.')} (${host})`;
}
