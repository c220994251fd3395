import { defineConfig } from 'vitest/config';

// The packaged extension in real VS Code, in a real browser. Files run one after the other: they share one machine.
export default defineConfig({
  test: {
    include: ['test/ui/**/*.test.ts'],
    globalSetup: ['test/ui/setup.mjs'],
    fileParallelism: false,
    // on a machine that may be busy
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
  },
});
