// Runs in the extension host in place of the tests: sends what they print to the launcher, then runs them.
const fs = require('node:fs');
const net = require('node:net');
const { format } = require('node:util');

exports.run = async () => {
  const { LAYERWISE_OUTPUT: output, LAYERWISE_TESTS: tests } = process.env;
  const socket = await connect(output);
  redirect(socket);
  try {
    await require(tests).run();
    // the proof that they ended by themselves, which the launcher looks for
    fs.writeFileSync(`${output}.complete`, '');
  } catch (error) {
    socket.write(`${error?.stack ?? error}\n`);
    throw error;
  } finally {
    await new Promise(resolve => socket.end(resolve));
  }
};

function connect(path) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(path);
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

function redirect(socket) {
  // VS Code's own console functions are accessors, so they are defined anew
  const value = (...args) => socket.write(`${format(...args)}\n`);
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
    Object.defineProperty(console, name, { value, writable: true, configurable: true });
  }
  const write = (data, encoding, done) => {
    socket.write(data);
    const callback = typeof encoding === 'function' ? encoding : done;
    callback?.();
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
}
