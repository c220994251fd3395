import { defineConfig } from 'vitest/config';

// The packaged extension in real VS Code, in a real browser. Files run one after the other: they share one machine.
export default defineConfig({
  test: {
    include: ['test/ui/**/*.test.ts'],
    globalSetup: ['test/ui/setup.mjs'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
