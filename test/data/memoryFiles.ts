import type { Files } from '../../src/data/files';

/** Files in memory, by their path below `/`. A text is written as UTF-8. */
export function memoryFiles(contents: Readonly<Record<string, Uint8Array | string>>): Files & {
  readonly bytes: Map<string, Uint8Array>;
} {
  const bytes = new Map(
    Object.entries(contents).map(([name, content]) => [
      `/${name}`,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const isFolder = (path: string) =>
    [...bytes.keys()].some(key => key.startsWith(path === '/' ? path : `${path}/`));
  return {
    bytes,
    resolve: address => `/${address}`.replace(/\/\.?(?=\/|$)/g, '') || '/',
    async stat(path) {
      const content = bytes.get(path);
      if (content) return { size: content.length, modified: 0, folder: false };
      return isFolder(path) ? { size: 0, modified: 0, folder: true } : undefined;
    },
    async list(path) {
      const prefix = path === '/' ? path : `${path}/`;
      const names = new Map<string, boolean>();
      for (const key of bytes.keys()) {
        if (!key.startsWith(prefix)) continue;
        const [name = '', ...rest] = key.slice(prefix.length).split('/');
        names.set(name, rest.length > 0);
      }
      return [...names].map(([name, folder]) => ({ name, folder }));
    },
    async open(path) {
      const content = bytes.get(path)!;
      return {
        size: content.length,
        read: async (offset, length) => content.slice(offset, offset + length),
        close: async () => undefined,
      };
    },
  };
}
