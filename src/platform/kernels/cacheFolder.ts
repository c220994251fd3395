import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where it is kept what was found out about this machine: VS Code says a folder of its own (`LAYERWISE_CACHE`), and a
 * terminal has the person's folder for such things. Undefined where there is none.
 */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: () => string = homedir,
): string | undefined {
  if (env.LAYERWISE_CACHE) return env.LAYERWISE_CACHE;
  const own = cachesOf(env, platform, home);
  return own && join(own, 'layerwise');
}

function cachesOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: () => string): string | undefined {
  if (platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  const { XDG_CACHE_HOME: named } = env;
  if (platform !== 'win32' && platform !== 'darwin' && named && isAbsolute(named)) return named;
  try {
    const folders: { readonly [platform: string]: string } = {
      darwin: 'Library/Caches',
      win32: 'AppData/Local',
    };
    return join(home(), folders[platform] ?? '.cache');
  } catch {
    // a user without a home, as in some containers
    return undefined;
  }
}
