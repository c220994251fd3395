import { describe, expect, it } from 'vitest';
import { layers } from '../../../../src/core/layers';
import type { Field } from '../../../../webview/panels/fields/field';
import { dataFields, layerFields, trainingFields } from '../../../../webview/panels/fields/schemaFields';

/** A field and all fields inside it. */
function all(fields: readonly Field[]): Field[] {
  return fields.flatMap(field => [
    field,
    ...('fields' in field ? all(field.fields) : []),
    ...(field.kind === 'variants' ? all([field.item]) : []),
    ...(field.kind === 'variant' ? field.options.flatMap(option => all(option.fields)) : []),
  ]);
}

const kinds = [{ train: {} }, { file: '' }, { images: '' }, { generator: '' }];

describe('the fields made from the schema', () => {
  it.each(layers.map(layer => [layer.type, layer] as const))(
    'edit every field of %s with a widget',
    (_, layer) => {
      const fields = layerFields(layer);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(layer.fields));
      expect(all(fields).filter(({ kind }) => kind === 'other')).toEqual([]);
    },
  );

  it('edit a list of augmentations, each with the fields of its type', () => {
    const augment = trainingFields().find(({ name }) => name === 'augment')!;
    if (augment.kind !== 'variants') throw new Error(augment.kind);
    const types = augment.item.options.map(({ value }) => value);
    expect(types).toContain('rotate');
    const rotate = augment.item.options.find(({ value }) => value === 'rotate')!;
    expect(rotate.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['degrees', 'number'],
      ['border', 'choice'],
      ['probability', 'number'],
    ]);
  });

  it('edit every field of the training', () => {
    expect(all(trainingFields()).filter(({ kind }) => kind === 'other')).toEqual([]);
  });

  it.each(kinds.map(kind => [Object.keys(kind)[0]!, kind] as const))(
    'edit every field of data named by %s, the roles of columns and the pictures left out excepted',
    (name, kind) => {
      const fields = dataFields(kind);
      expect(fields.some(field => field.name === name && field.required)).toBe(true);
      // names of files may hold commas, so they are no list to type
      const inText: Record<string, string[]> = { file: ['columns'], images: ['leaveOut'] };
      const others = all(fields).filter(field => field.kind === 'other');
      expect(others.map(field => field.name)).toEqual(inText[name] ?? []);
    },
  );

  it('know no fields of data that names nothing', () => {
    expect(dataFields({ scale: 255 })).toEqual([]);
  });

  it('all have a title and say what they are', () => {
    const fields = all([...layers.flatMap(layerFields), ...trainingFields(), ...kinds.flatMap(dataFields)]);
    expect(fields.filter(({ title }) => title === '')).toEqual([]);
    expect(fields.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
  });

  it('know the initializer that stands where none is written', () => {
    const [initializer] = layerFields(layers.find(({ type }) => type === 'dense')!).filter(
      ({ name }) => name === 'initializer',
    );
    expect(initializer?.initial).toEqual({ type: 'xavier' });
  });

  it('know what holds where nothing is written: a value, or words for one that is worked out', () => {
    const field = (data: object, name: string) => {
      const found = dataFields(data as Readonly<Record<string, unknown>>).find(each => each.name === name);
      if (!found) throw new Error(`no ${name}`);
      return found;
    };
    expect(field({ generator: 'moons' }, 'noise').initial).toBe(0.1);
    expect(field({ generator: 'spirals' }, 'noise').initial).toBe(0.2);
    expect(field({ generator: 'blobs' }, 'classes').initial).toBe(3);
    expect(field({ generator: 'nothing' }, 'noise')).toMatchObject({
      initial: undefined,
      absent: 'as the generator',
    });
    expect(field({ file: '' }, 'delimiter').absent).toBe('worked out');
    expect(field({ file: '' }, 'scale').absent).toBe('none');
    expect(field({ file: '' }, 'standardise')).toMatchObject({ kind: 'flag', initial: false });
  });

  it('let a person choose yes, no, or neither where nothing written means neither', () => {
    const header = dataFields({ file: '' }).find(({ name }) => name === 'header');
    if (header?.kind !== 'choice') throw new Error('not a choice');
    expect(header.options.map(({ value }) => value)).toEqual([true, false]);
    expect(header).toMatchObject({ initial: undefined, required: false, absent: 'worked out' });
  });

  it('say what the words of a padding do', () => {
    const conv = layers.find(({ type }) => type === 'conv2d')!;
    const padding = layerFields(conv).find(({ name }) => name === 'padding');
    if (padding?.kind !== 'sides') throw new Error('not sides');
    expect(padding.words.map(({ value, description }) => [value, description !== ''])).toEqual([
      ['valid', true],
      ['same', true],
    ]);
  });

  it('give an optimizer its own fields with their bounds', () => {
    const optimizer = trainingFields().find(({ name }) => name === 'optimizer');
    if (optimizer?.kind !== 'variant') throw new Error('not a variant');
    const adam = optimizer.options.find(({ value }) => value === 'adam')!;
    expect(adam.fields.map(({ name }) => name)).toEqual(['learningRate', 'beta1', 'beta2', 'epsilon']);
    expect(adam.fields[1]).toMatchObject({ kind: 'number', minimum: 0, maximum: 1, openMaximum: true });
  });
});
