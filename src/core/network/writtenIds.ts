import type { Network } from './network';

/**
 * Puts a text about a network into the words of its file: a layer whose id is missing, or is another layer's, has got one
 * here that stands nowhere in the file.
 */
export function inWrittenIds({ layers }: Network): (text: string) => string {
  const given = layers.filter(({ id, raw }) => id !== raw.id);
  if (given.length === 0) return text => text;
  const names = new Map(
    given.map(({ id, type, raw }) => [
      id,
      typeof raw.id === 'string' && raw.id
        ? `"${raw.id}"`
        : `the ${type ? `${type} ` : ''}layer without an id`,
    ]),
  );
  return text => {
    const written = text.replaceAll(/"([^"]*)"/g, (quoted, id) => names.get(id) ?? quoted);
    return `${written.charAt(0).toUpperCase()}${written.slice(1)}`;
  };
}
