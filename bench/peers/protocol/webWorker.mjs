// What a library written for browsers looks for: `Worker` of a blob's address, and the number of cores.
import { resolveObjectURL } from 'node:buffer';
import { Worker } from 'node:worker_threads';

const prelude = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = data => parentPort.postMessage(data);
parentPort.on('message', data => self.onmessage({ data }));
`;

class WebWorker {
  onmessage = () => {};
  onerror = () => {};
  #waiting = [];

  constructor(url) {
    this.#start(resolveObjectURL(url));
  }

  async #start(blob) {
    const worker = new Worker(prelude + (await blob.text()), { eval: true });
    worker.on('message', data => this.onmessage({ data }));
    worker.on('error', error => this.onerror(error));
    for (const message of this.#waiting) worker.postMessage(message);
    this.#waiting = undefined;
    this.postMessage = message => worker.postMessage(message);
  }

  postMessage(message) {
    this.#waiting.push(message);
  }
}

/** Gives this process the `Worker` and the `navigator` of a browser with that many cores. */
export function installWebWorker(cores) {
  globalThis.Worker = WebWorker;
  Object.defineProperty(globalThis, 'navigator', {
    value: { hardwareConcurrency: cores },
    configurable: true,
  });
}
