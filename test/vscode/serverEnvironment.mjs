/**
 * The environment for VS Code's server: the variables of a VS Code, Electron or npm that this runs under would
 * change what the server does, so they stay out; and with an empty gallery it asks nothing of the network.
 */
export function serverEnvironment(env, temporary) {
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_)/;
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
  // sockets and temporary files lie where they are removed with the server
  return { ...own, TMPDIR: temporary, XDG_RUNTIME_DIR: temporary, EXTENSIONS_GALLERY: '{}' };
}
