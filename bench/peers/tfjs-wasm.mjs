import { createRequire } from 'node:module';
import path from 'node:path';
import { serveTfjs } from './protocol/tfjs.mjs';

serveTfjs('wasm', async () => {
  const { setWasmPaths, version_wasm } = await import('@tensorflow/tfjs-backend-wasm');
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(`${path.dirname(main)}${path.sep}`);
  return version_wasm;
});
