import type { DataSettings } from '../../core/network/schema';
import { allocate } from '../arrays/numericArray';
import { missingFile, statOf, unreadable } from '../bytes/sourceFile';
import { atField, DataError } from '../dataError';
import type { Files } from '../files';
import { openImage, openImageSize } from '../images/openImage';
import type { PictureSize } from '../images/picture';
import { hasImageName } from '../images/readImage';
import { part, type Reading, report } from '../reading';
import { counted, listed, numbered, quoted } from '../sentence';
import { targetsOfIndices } from '../targets';
import type { Described, RawSet, Survey } from './source';

type ImageSettings = Extract<DataSettings, { images: unknown }>;

/** A picture file and the index of its class. */
interface Labelled {
  readonly address: string;
  readonly label: number;
}

/** A folder with one folder of pictures for each class. */
export async function describeImages(settings: ImageSettings, survey: Survey): Promise<Described> {
  const { learnt } = survey;
  const { classes, files } = await atField('data.images', async () =>
    learnt?.targets.classes
      ? {
          classes: learnt.targets.classes,
          files: await listClasses(settings.images, learnt.targets.classes, survey),
        }
      : listFolder(settings.images, survey),
  );
  if (classes.length === 1) {
    survey.faults.push({
      code: 'one-class',
      severity: 'warning',
      field: 'data.images',
      message: `${settings.images} has one folder only, ${quoted(classes[0]!)}, so there is nothing to tell apart.`,
    });
  }
  const test =
    settings.test === undefined
      ? undefined
      : await atField('data.test', () => listClasses(settings.test!, classes, survey));
  const size = learnt?.image ?? (await atField('data.images', () => chooseSize(settings, files[0]!, survey)));
  return {
    inputShape: [size.height, size.width, size.channels],
    inputType: 'uint8',
    m: files.length,
    testM: test?.length,
    targets: targetsOfIndices(new Uint16Array(0), classes).facts,
    load: async reading => {
      const train = await atField('data.images', () =>
        loadAll(survey.files, files, classes, size, part(reading, 0, test ? 0.8 : 1)),
      );
      const testSet =
        test &&
        (await atField('data.test', () => loadAll(survey.files, test, classes, size, part(reading, 0.8, 1))));
      return { train, ...(testSet ? { test: testSet } : {}), image: size };
    },
  };
}

/** The classes, by name, and all pictures, class after class. */
async function listFolder(
  address: string,
  survey: Survey,
): Promise<{ classes: string[]; files: Labelled[] }> {
  const entries = await entriesOf(address, survey);
  const folders = entries
    .filter(entry => entry.folder && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort();
  const classes: string[] = [];
  const files: Labelled[] = [];
  for (const folder of folders) {
    report(survey.reading, 0);
    const inside = await entriesOf(`${address}/${folder}`, survey);
    const names = inside
      .filter(entry => !entry.folder && hasImageName(entry.name))
      .map(entry => entry.name)
      .sort();
    if (names.length === 0) continue;
    for (const name of names) files.push({ address: `${address}/${folder}/${name}`, label: classes.length });
    classes.push(folder);
  }
  if (files.length > 0) {
    survey.choices.push(`The classes are the folders ${numbered(classes)}.`);
    return { classes, files };
  }
  const loose = entries.filter(entry => !entry.folder && hasImageName(entry.name)).length;
  throw new DataError(
    loose > 0
      ? `${address} holds ${counted(loose, 'picture')} but no folders: put those of each class into a folder with its name.`
      : `${address} has no folders with PNG or JPEG files in them; one for each class is needed${folders.length > 0 ? ` (there is ${listed(folders, 4)})` : ''}.`,
    { code: 'no-examples', suggestions: folders.map(folder => `${address}/${folder}`) },
  );
}

/** All pictures in folders of classes that are given. */
async function listClasses(address: string, classes: readonly string[], survey: Survey): Promise<Labelled[]> {
  const choices = survey.choices.length;
  const found = await listFolder(address, survey);
  survey.choices.length = choices;
  const unknown = found.classes.filter(name => !classes.includes(name));
  if (unknown.length > 0) {
    throw new DataError(
      `${address} has ${listed(unknown.map(quoted))}, which isn't among the classes of the training set: ${listed(classes)}.`,
      {
        code: 'unknown-class',
      },
    );
  }
  return found.files.map(file => ({ ...file, label: classes.indexOf(found.classes[file.label]!) }));
}

async function chooseSize(settings: ImageSettings, first: Labelled, survey: Survey): Promise<PictureSize> {
  const found = await openImageSize(survey.files, first.address);
  const [height, width] = settings.size ?? [found.height, found.width];
  const channels = settings.channels ?? found.channels;
  const from = settings.size ? '' : `, the size of ${first.address}`;
  survey.choices.push(
    `Every picture is scaled to ${height} × ${width}${from}, ${channels === 1 ? 'grey' : 'three colours'}.`,
  );
  return { height, width, channels };
}

async function loadAll(
  files: Files,
  pictures: readonly Labelled[],
  classes: readonly string[],
  size: PictureSize,
  reading: Reading | undefined,
): Promise<RawSet> {
  const shape = [pictures.length, size.height, size.width, size.channels];
  const width = size.height * size.width * size.channels;
  const data = allocate(
    Uint8Array,
    pictures.length * width,
    `${counted(pictures.length, 'picture')} of ${size.height} × ${size.width}`,
  );
  const labels = allocate(Uint16Array, pictures.length, 'The labels');
  for (const [i, { address, label }] of pictures.entries()) {
    data.set((await openImage(files, address, size)).pixels, i * width);
    labels[i] = label;
    report(reading, i / pictures.length);
  }
  return { inputs: { shape, data }, targets: targetsOfIndices(labels, classes) };
}

async function entriesOf(address: string, survey: Survey) {
  const { files } = survey;
  const path = files.resolve(address);
  survey.paths.add(path);
  try {
    const found = await statOf(files, path, address);
    if (!found) throw await missingFile(files, address, 'folder');
    if (!found.folder)
      throw new DataError(
        `${address} is a file; a folder with one folder of pictures for each class is needed.`,
        { code: 'bad-data-file' },
      );
    return await files.list(path);
  } catch (error) {
    throw unreadable(address, error);
  }
}
