import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/data/reading';
import { chooseWay, wordsOfWay } from '../../../src/platform/kernels/chooseWay';
import type { Outcome } from '../../../src/platform/kernels/trial';
import { nameOfWay, waysOf } from '../../../src/platform/kernels/ways';

const ways = waysOf('float32');
const [first, second] = ways;
const plain = ways.find(({ build }) => build.type === 'plain');

/** Each way has the outcome of its name, else it works. */
const choosing = (outcomes: Readonly<Record<string, Outcome>>) => {
  const tried: string[] = [];
  const chosen = chooseWay({
    ways,
    async trial(way) {
      tried.push(nameOfWay(way));
      return outcomes[nameOfWay(way)] ?? { kind: 'works' };
    },
  });
  return { tried, chosen };
};

describe('of the ways to have kernels', () => {
  it('the fastest is tried alone where it works', async () => {
    const { chosen, tried } = choosing({});
    expect(await chosen).toEqual({ way: first, failures: [], tried: true });
    expect(tried).toEqual(['float32 relaxed at-once-pairs']);
  });

  it('one that works and brings nothing is left for the next, and it is said', async () => {
    const cause = 'the wide tile takes 1.4 times as long as the other';
    const { chosen } = choosing({ 'float32 relaxed at-once-pairs': { kind: 'slow', cause } });
    expect(await chosen).toMatchObject({
      way: second,
      tried: true,
      failures: [expect.stringMatching(/--experimental-wasm-revectorize .*: the wide tile takes 1\.4 times/)],
    });
  });

  it('what was measured is told with the way', async () => {
    const { chosen } = choosing({ 'float32 relaxed at-once-pairs': { kind: 'works', share: 0.6 } });
    expect(await chosen).toMatchObject({ way: first, share: 0.6 });
  });

  it('the next is taken where V8 ends the process, and it is said', async () => {
    const cause = 'V8 ended the process (SIGTRAP, Check failed: x)';
    const { chosen } = choosing({ 'float32 relaxed at-once-pairs': { kind: 'fails', cause } });
    expect(await chosen).toEqual({
      way: second,
      tried: true,
      failures: [
        expect.stringMatching(
          /^Relaxed SIMD with .*--no-liftoff .*: V8 ended the process \(SIGTRAP, Check failed: x\)\.$/,
        ),
      ],
    });
  });

  it('a switch that this V8 doesn’t know is no failure', async () => {
    const { chosen } = choosing({ 'float32 relaxed at-once-pairs': { kind: 'unknown-switch' } });
    expect(await chosen).toEqual({ way: second, failures: [], tried: true });
  });

  it('a build with wrong numbers is left for the next', async () => {
    const wrong = { kind: 'fails', cause: 'affine gave 3 instead of 4' } as const;
    const relaxed = ways.filter(({ build }) => build.type === 'relaxed');
    const { chosen, tried } = choosing(Object.fromEntries(relaxed.map(way => [nameOfWay(way), wrong])));
    const { way, failures } = await chosen;
    expect(way).toBe(plain);
    expect(failures.length).toBe(relaxed.length);
    expect(tried.at(-1)).toBe('float32 plain at-once-pairs');
  });

  it('none is taken where all fail', async () => {
    const dies = { kind: 'fails', cause: 'V8 ended the process (SIGILL)' } as const;
    const { chosen, tried } = choosing(Object.fromEntries(ways.map(way => [nameOfWay(way), dies])));
    expect(await chosen).toMatchObject({ way: undefined, tried: true });
    expect(tried).toEqual(ways.map(nameOfWay));
  });

  it('V8 is left alone where a trial says nothing about it', async () => {
    const busy = { kind: 'passes', cause: 'no process could be started (spawn EAGAIN)' } as const;
    const { chosen, tried } = choosing({ 'float32 relaxed at-once-pairs': busy });
    const { way, tried: seen, failures } = await chosen;
    expect(way && wordsOfWay(way)).toMatch(/^(Relaxed )?SIMD without switches of V8$/);
    expect(seen).toBe(false);
    expect(failures).toEqual([expect.stringContaining('spawn EAGAIN')]);
    expect(tried.length).toBe(1);
  });

  it('no more is tried when the time is over', async () => {
    const chosen = chooseWay({
      ways,
      limit: 30,
      trial: () => new Promise(resolve => setTimeout(() => resolve({ kind: 'unknown-switch' }), 40)),
    });
    expect(await chosen).toMatchObject({
      tried: false,
      failures: [expect.stringContaining('the time was over')],
    });
  });

  it('the choice ends where it is cancelled', async () => {
    const chosen = chooseWay({ ways, trial: () => Promise.reject(new Cancelled()) });
    await expect(chosen).rejects.toBeInstanceOf(Cancelled);
  });
});

it('says each way in words', () => {
  expect(wordsOfWay(plain!)).toBe(
    'SIMD with --no-liftoff --no-wasm-lazy-compilation --experimental-wasm-revectorize --no-wasm-inlining',
  );
});
