import { defineConfig } from 'vitest/config';

// Unit and property tests. The tests inside VS Code have their own runners: test/host/run.mjs and test/ui.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/ui/**', 'test/vscode/**'],
    globalSetup: ['test/setup.mjs'],
    // on a machine that may be busy
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // files share the modules they load, which takes most of the time: nothing here keeps a state of its own
    isolate: false,
    allowOnly: false,
  },
});
