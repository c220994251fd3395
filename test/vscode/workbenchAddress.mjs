/**
 * The address of a workbench.
 *
 * @param {{port: number, token?: string, folder?: string, workspace?: string, payload?: [string, string][]}} options
 *   `payload` are the workbench's own start options, such as the extension under development
 */
export function workbenchAddress({ port, token, folder, workspace, payload }) {
  const address = new URL(`http://127.0.0.1:${port}/`);
  if (workspace) address.searchParams.set('workspace', workspace);
  else if (folder) address.searchParams.set('folder', folder);
  else address.searchParams.set('ew', 'true'); // an empty window
  if (payload?.length) address.searchParams.set('payload', JSON.stringify(payload));
  if (token) address.searchParams.set('tkn', token);
  return address.href;
}

/** How the workbench of this server names a file of this machine. */
export const remoteUri = (port, file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`;
