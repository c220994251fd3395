import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../../src/platform/kernels/cacheFolder';

const home = () => '/home/ada';

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', {}, '/home/ada/.cache/layerwise'],
  ['linux', { XDG_CACHE_HOME: '/var/caches' }, '/var/caches/layerwise'],
  // the specification says to ignore one that isn't absolute
  ['linux', { XDG_CACHE_HOME: 'caches' }, '/home/ada/.cache/layerwise'],
  ['darwin', { XDG_CACHE_HOME: '/var/caches' }, '/home/ada/Library/Caches/layerwise'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/layerwise'],
  ['win32', {}, '/home/ada/AppData/Local/layerwise'],
  ['linux', { LAYERWISE_CACHE: '/storage', XDG_CACHE_HOME: '/var/caches' }, '/storage'],
])('on %s with %o is %s', (platform, env, folder) => {
  expect(cacheFolder(env, platform, home)).toBe(join(folder));
});

it('is nowhere for a user without a home', () => {
  const homeless = () => {
    throw new Error('ENOENT');
  };
  expect(cacheFolder({}, 'linux', homeless)).toBeUndefined();
});
