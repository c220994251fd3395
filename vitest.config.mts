import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that are named slow begin first, so that no core is left with one of them alone at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => moduleId.endsWith('.slow.test.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter(file => !isSlow(file))];
  }
}

/** WebAssembly comes as its bytes, as esbuild's loader gives it to the bundles. */
const wasmBytes = {
  name: 'wasm-bytes',
  enforce: 'pre' as const,
  load(id: string) {
    if (!id.endsWith('.wasm')) return undefined;
    const text = readFileSync(id).toString('base64');
    return `export default new Uint8Array(Buffer.from('${text}', 'base64'));`;
  },
};

// Unit and property tests. The tests inside VS Code have their own runners: test/host/run.mjs and test/ui.
export default defineConfig({
  plugins: [wasmBytes],
  test: {
    server: { deps: { inline: [/\.wasm$/] } },
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/ui/**', 'test/vscode/**', 'test/nodes/**'],
    globalSetup: ['test/setup.mjs'],
    setupFiles: ['test/propertySeed.ts'],
    // trials of V8 are kept where nothing but tests looks
    env: { LAYERWISE_CACHE: path.join(import.meta.dirname, '.vscode-test/cache') },
    // on a machine that may be busy
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // files share the modules they load, which takes most of the time: nothing here keeps a state of its own
    isolate: false,
    // Vitest leaves one core to itself, which is half of a small machine
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SlowFirst },
    allowOnly: false,
  },
});
