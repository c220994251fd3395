import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { layerOf } from '../../src/core/layers';
import { Random } from '../../src/core/random';
import { layerFields } from '../../webview/panels/fields/schemaFields';
import { type Gallery, startGallery } from '../webview/panels/galleryPage';
import { row } from './row';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery?.close());

type Layer = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** Layers of every type, with fields written in every way: left out, a word for an object, an object in another order. */
const begin: readonly Layer[] = [
  { id: 'input', type: 'input', shape: [4, 4, 3] },
  { id: 'other', type: 'input' },
  { id: 'flat', type: 'flatten', inputs: ['input'] },
  { id: 'a', type: 'dense', units: 5, activation: 'relu', inputs: ['flat'] },
  { id: 'b', type: 'dense', units: 5, initializer: 'he', inputs: ['flat'] },
  {
    id: 'c',
    type: 'dense',
    units: 7,
    initializer: { type: 'normal', scale: 0.01 },
    bias: false,
    inputs: ['flat'],
  },
  { id: 'd', type: 'dense', units: 7, initializer: { scale: 0.01, type: 'normal' }, inputs: ['c'] },
  { id: 'sum', type: 'add', inputs: ['a', 'b'] },
  { id: 'joined', type: 'concatenate', inputs: ['sum', 'd'] },
  { id: 'output', type: 'dense', units: 1, activation: 'sigmoid', inputs: ['joined'] },
];

/** Values that a field is given, by its name; undefined takes it out. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  shape: [undefined, [2], [4, 4, 3], [8, 8]],
  units: [1, 2, 5, 7, 1000],
  activation: [undefined, 'linear', 'relu', 'tanh', 'sigmoid', 'softmax'],
  initializer: [
    undefined,
    'he',
    'zeros',
    { type: 'xavier' },
    { type: 'normal', scale: 0.01 },
    { type: 'normal' },
    { scale: 0.5, type: 'normal' },
    { type: 'uniform', scale: 2 },
  ],
  bias: [undefined, true, false],
  axis: [undefined, -1, 0, 1],
  weights: [undefined, 'cats.safetensors', 'runs/one#hidden'],
  frozen: [undefined, true, false],
  learningRateFactor: [undefined, 0.1, 1, 2],
};

function valuesOf(field: string): readonly unknown[] {
  const known = values[field];
  if (!known) throw new Error(`no values are known for the field ${field}`);
  return known;
}

row(
  'each field of the inspector shows what the text says',
  { quick: 150, full: 3000 },
  async (count, tally) => {
    const page = await gallery.open('fixture=empty&panel=inspector');
    const random = new Random(7);
    const among = <T>(all: readonly T[]): T => all[Math.floor(random.rand() * all.length)]!;
    const write = (layers: readonly Layer[]) => JSON.stringify({ layers });
    await page.evaluate(text => window.gallery.host.write(text), write(begin));
    for (const { id } of begin) {
      await page.evaluate(one => window.gallery.store.actions.set({ selection: [one] }), id);
      await tally.try(`${id} alone`, () => compare(page, [id]));
    }
    let selection: readonly string[] = begin.slice(-1).map(({ id }) => id);
    for (let n = 0; n < count; n++) {
      const layers = (await page.evaluate(() => JSON.parse(window.gallery.host.text).layers)) as Layer[];
      const ids = layers.map(({ id }) => id);
      const kind = random.rand();
      let did: string;
      if (kind < 0.6) {
        const size = among([0, 1, 1, 1, 2, 2, 3, ids.length]);
        selection = size === ids.length ? ids : [...new Set(Array.from({ length: size }, () => among(ids)))];
        // several of one type have more in common than any
        if (size > 1 && random.rand() < 0.6)
          selection = selection.map(() => among(['a', 'b', 'c', 'd', 'output']));
        selection = [...new Set(selection)];
        await page.evaluate(all => window.gallery.store.actions.set({ selection: all }), selection);
        did = `selects ${selection.join(', ') || 'nothing'}`;
      } else {
        const chosen = among(selection) ?? among(ids);
        const layer = layers.find(({ id }) => id === chosen)!;
        const field = among(Object.keys(layerOf(layer.type)!.fields));
        if (!field) continue;
        const value = among(valuesOf(field));
        did = `${field} of ${layer.id} becomes ${JSON.stringify(value)}`;
        if (kind < 0.8) {
          const change = { ...layer, [field]: value };
          await page.evaluate(
            text => window.gallery.host.write(text),
            write(layers.map(each => (each === layer ? change : each))),
          );
        } else {
          const edit = { kind: 'set-field', id: layer.id, field, value } as const;
          await page.evaluate(all => window.gallery.store.actions.edit(all), edit);
        }
      }
      await tally.try(`${n}, ${did}, selected ${selection.join(', ')}`, () => compare(page, selection));
    }
    await page.close();
  },
);

/** Throws where the inspector shows something else of the selected layers than the text says. */
async function compare(page: Page, selection: readonly string[]): Promise<void> {
  const [text, shown] = await look(page);
  const written = JSON.parse(text).layers as Layer[];
  const wanted = expected(written.filter(({ id }) => selection.includes(id)));
  // as texts, so that a failure shows both whole
  if (lines(shown) !== lines(wanted))
    throw new Error(`shows ${lines(shown)}, the text says ${lines(wanted)}`);
}

const lines = (shown: Record<string, string>) =>
  Object.entries(shown)
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join('; ');

/** The text, and what each field shows of it, once all is drawn. */
function look(page: Page): Promise<[string, Record<string, string>]> {
  return page.evaluate(async () => {
    const frame = () => new Promise(drawn => requestAnimationFrame(drawn));
    for (let n = 0; n < 3; n++) await frame();
    const shown: Record<string, string> = {};
    const panel = document.querySelector<HTMLElement>('.inspector .layer')!;
    if (!panel.hidden) read(panel.querySelector(':scope > .fields')!, '');
    return [window.gallery.host.text, shown];

    function read(fields: Element, path: string) {
      for (const row of fields.children) {
        const [name, kind] = (row as HTMLElement).dataset.field!.split(' ');
        const box = row.querySelector('vscode-checkbox');
        const list = row.querySelector('vscode-single-select');
        const typed = row.querySelector('vscode-textfield');
        shown[path + name!] =
          kind === 'flag'
            ? box!.indeterminate
              ? 'several'
              : String(box!.checked && box!.shadowRoot!.querySelector('input')!.checked)
            : kind === 'choice' || kind === 'variant'
              ? `${list!.shadowRoot!.querySelector('.face .text')!.textContent} = ${list!.value}`
              : typed!.shadowRoot!.querySelector('input')!.value || `(${typed!.placeholder})`;
        const inner = row.querySelector('.widget > .fields');
        if (inner && kind === 'variant') read(inner, `${path}${name}.`);
      }
    }
  });
}

/** The same from the text alone. */
function expected(layers: readonly Layer[]): Record<string, string> {
  const shown: Record<string, string> = {};
  const [first] = layers;
  if (!first) return shown;
  if (layers.length === 1) shown.id = first.id;
  const types = [...new Set(layers.map(({ type }) => type))];
  const names = Object.keys(layerOf(first.type)!.fields).filter(name =>
    types.every(type => name in layerOf(type)!.fields),
  );
  for (const name of names) {
    const defaults: Record<string, unknown> = {
      activation: 'linear',
      bias: true,
      initializer: 'xavier',
      axis: -1,
      frozen: false,
      learningRateFactor: 1,
    };
    const all = layers.map(layer => layer[name] ?? defaults[name]);
    if (name === 'initializer') {
      const types = new Set(all.map(typeOf));
      const scales = new Set(all.map(scaleOf));
      const mixed = types.size > 1 || scales.size > 1;
      shown[name] = mixed ? 'several values = ' : `${titles[typeOf(all[0])]} = ${typeOf(all[0])}`;
      const { scale } = all[0] as { scale?: number };
      if (!mixed && scaleOf(all[0]) !== undefined)
        shown['initializer.scale'] = scale === undefined ? `(${scaleOf(all[0])})` : String(scale);
      continue;
    }
    const mixed = new Set(all.map(value => JSON.stringify(value))).size > 1;
    if (name === 'bias' || name === 'frozen') shown[name] = mixed ? 'several' : String(all[0]);
    else if (name === 'activation') shown[name] = mixed ? 'several values = ' : `${all[0]} = ${all[0]}`;
    else if (mixed) shown[name] = '(several values)';
    else if (name === 'shape') shown[name] = (all[0] as number[] | undefined)?.join(' × ') ?? '(as the data)';
    else if (name === 'weights') shown[name] = String(all[0] ?? '(those of the network, or drawn)');
    // what a field is where it is left out stands in it in grey
    else shown[name] = first[name] === undefined ? `(${all[0]})` : String(all[0]);
  }
  return shown;
}

const titles: Readonly<Record<string, string>> = {
  xavier: 'Xavier',
  he: 'He',
  normal: 'Normal × scale',
  uniform: 'Uniform × scale',
  zeros: 'Zeros',
};

const typeOf = (value: unknown) => (typeof value === 'string' ? value : (value as { type: string }).type);

/** Normal and uniform draws have a scale, by default that of the first field of its kind. */
function scaleOf(value: unknown): number | undefined {
  const field = layerFields(layerOf('dense')!).find(({ name }) => name === 'initializer');
  if (field?.kind !== 'variant') throw new Error('the initializer is no variant');
  const scale = field.options
    .find(option => option.value === typeOf(value))
    ?.fields.find(({ name }) => name === 'scale');
  if (!scale) return undefined;
  return (value as { scale?: number }).scale ?? (scale.initial as number);
}
