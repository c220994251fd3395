import fs from 'node:fs';
import net from 'node:net';

/**
 * Prints what the tests inside the extension host print. It comes over a socket (see relay.cjs), clean and in order;
 * VS Code's own log of them mixes it with all else.
 */
export async function testOutput(socket) {
  let connection;
  const server = net.createServer(incoming => {
    connection = incoming;
    incoming.on('error', () => {}); // the extension host was killed: its exit says so
    incoming.pipe(process.stdout, { end: false });
  });
  await new Promise((resolve, reject) => server.listen(socket, resolve).on('error', reject));
  server.unref();
  return {
    socket,
    began: () => connection !== undefined,
    ended: () =>
      new Promise(resolve =>
        !connection || connection.closed ? resolve() : connection.once('close', resolve),
      ),
    complete: () => fs.existsSync(`${socket}.complete`),
  };
}
