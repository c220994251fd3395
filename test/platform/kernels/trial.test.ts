import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Cancelled } from '../../../src/data/reading';
import { chooseWay } from '../../../src/platform/kernels/chooseWay';
import { trial } from '../../../src/platform/kernels/trial';
import { waysOf } from '../../../src/platform/kernels/ways';

const limit = 60_000;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the trial of a way', () => {
  it('takes a lack of memory for no fault of the way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'layerwise-trial-'));
    const full = join(folder, 'full.cjs');
    writeFileSync(
      full,
      "WebAssembly.Memory = function () { throw new RangeError('could not allocate memory'); };",
    );
    vi.stubEnv('NODE_OPTIONS', `--require ${full}`);
    try {
      expect(await trial(waysOf('float32')[0]!, { limit })).toEqual({
        kind: 'passes',
        cause: 'RangeError: could not allocate memory',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(['float32', 'float64'] as const)('finds one that works here, %s', async precision => {
    const { way, failures, tried } = await chooseWay({ ways: waysOf(precision), trial, limit });
    expect(way?.build.type).toBe('relaxed');
    expect(way?.switches.type).toMatch(/^at-once/);
    expect({ failures, tried }).toEqual({ failures: [], tried: true });
  });

  it('says what V8 doesn’t know', async () => {
    const [way] = waysOf('float32');
    const strange = { ...way!, switches: { ...way!.switches, type: 'strange' } };
    // the process has no such way, and fails before it compiles anything
    expect(await trial(strange, { limit })).toEqual({
      kind: 'fails',
      cause: expect.stringMatching(/^V8 ended the process \(exit code 1/),
    });
  });

  it('ends when its time is over', async () => {
    expect(await trial(waysOf('float32')[0]!, { limit: 1 })).toEqual({
      kind: 'passes',
      cause: expect.stringMatching(/^it took more than/),
    });
  });

  it('ends when it is cancelled', async () => {
    let asked = 0;
    const cancelled = () => ++asked > 1;
    await expect(trial(waysOf('float32')[0]!, { limit, cancelled })).rejects.toBeInstanceOf(Cancelled);
  });
});
