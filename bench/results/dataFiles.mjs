import path from 'node:path';

/** The files that a network reads, as absolute paths; its addresses are relative to `folder`. */
export function dataFiles({ data }, folder) {
  return addresses(data).map(address => path.resolve(folder, address.split('#')[0]));
}

const addresses = ({ file, train, test }) =>
  [file, train, test].flatMap(source =>
    source === undefined ? [] : typeof source === 'string' ? [source] : [source.x, source.y],
  );

/** The network with its addresses made relative to another folder. */
export function readFrom(network, folder, from) {
  const moved = address => path.relative(from, path.resolve(folder, address));
  const source = of => (typeof of === 'string' ? moved(of) : { x: moved(of.x), y: moved(of.y) });
  const data = { ...network.data };
  for (const key of ['file', 'train', 'test']) if (data[key] !== undefined) data[key] = source(data[key]);
  return { ...network, data };
}
