import type { DataSettings } from '../../core/network/schema';
import { allocate } from '../arrays/numericArray';
import { atField, DataError } from '../dataError';
import { faultOf } from '../faultOf';
import type { Files } from '../files';
import { type Inspection, inspectPictures } from '../images/inspectPictures';
import { type BadPicture, badPictures } from '../images/leaveOut';
import { openImage } from '../images/openImage';
import type { PictureSize } from '../images/picture';
import { part, type Reading, report } from '../reading';
import { counted, listed, numbered, quoted } from '../sentence';
import { targetsOfIndices } from '../targets';
import { type Labelled, listKnownClasses, listPictures } from './pictureFolders';
import type { Described, RawSet, Survey } from './source';

type ImageSettings = Extract<DataSettings, { images: unknown }>;

/** A folder with one folder of pictures for each class. */
export async function describeImages(settings: ImageSettings, survey: Survey): Promise<Described> {
  const { learnt, choices } = survey;
  const leaveOut = settings.leaveOut ?? [];
  const known = learnt?.targets.classes;
  const { classes, files, notes } = await atField('data.images', () =>
    known
      ? listKnownClasses(settings.images, known, leaveOut, survey)
      : listPictures(settings.images, leaveOut, survey),
  );
  if (!known) choices.push(`The classes are the folders ${numbered(classes)}.`);
  choices.push(...notes);
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
      : await atField('data.test', () => listKnownClasses(settings.test!, classes, leaveOut, survey));
  choices.push(...(test?.notes ?? []).map(note => `In ${settings.test}: ${note}`));
  await checkLeaveOut(leaveOut, survey);

  const all = [...files, ...(test?.files ?? [])];
  const inspection = await inspectPictures(
    survey.files,
    all.map(({ address }) => address),
    survey.reading,
  );
  choices.push(...inspection.choices);
  // without a picture that can be read there is nothing to go by
  if (!inspection.first) throw badPictures(inspection.bad, leaveOut);
  if (inspection.bad.length > 0) survey.faults.push(faultOf(badPictures(inspection.bad, leaveOut)));
  const size = learnt?.image ?? chooseSize(settings, inspection.first, survey);
  return {
    inputShape: [size.height, size.width, size.channels],
    inputType: 'uint8',
    m: files.length,
    testM: test?.files.length,
    targets: targetsOfIndices(new Uint16Array(0), classes).facts,
    load: async reading => {
      const bad: BadPicture[] = [];
      const load = (pictures: readonly Labelled[], from: number, to: number) =>
        loadAll(survey.files, pictures, classes, size, bad, part(reading, from, to));
      const train = await load(files, 0, test ? 0.8 : 1);
      const testSet = test && (await load(test.files, 0.8, 1));
      if (bad.length > 0) throw badPictures(bad, leaveOut);
      return { train, ...(testSet ? { test: testSet } : {}), image: size };
    },
  };
}

/** Says which pictures are left out, and which of them aren't there. */
async function checkLeaveOut(leaveOut: readonly string[], { files, choices, faults }: Survey): Promise<void> {
  if (leaveOut.length === 0) return;
  const missing: string[] = [];
  for (const address of leaveOut) {
    const found = await files.stat(files.resolve(address)).catch(() => undefined);
    if (!found || found.folder) missing.push(address);
  }
  const left = leaveOut.filter(address => !missing.includes(address));
  if (left.length > 0) {
    const what = `${counted(left.length, 'picture')} ${left.length === 1 ? 'is' : 'are'} left out`;
    choices.push(`${what}, as leaveOut says: ${listed(left, 50)}.`);
  }
  if (missing.length > 0) {
    faults.push({
      code: 'missing-data-file',
      severity: 'warning',
      field: 'data.leaveOut',
      message: `There is no picture ${listed(missing)}, so leaving it out does nothing.`,
    });
  }
}

function chooseSize(
  settings: ImageSettings,
  { address, header }: NonNullable<Inspection['first']>,
  survey: Survey,
): PictureSize {
  const [height, width] = settings.size ?? [header.height, header.width];
  const channels = settings.channels ?? header.channels;
  const from = settings.size ? '' : `, the size of ${address}`;
  survey.choices.push(
    `Every picture is scaled to ${height} × ${width}${from}, ${channels === 1 ? 'grey' : 'three colours'}.`,
  );
  return { height, width, channels };
}

/** Pictures that can't be read are added to `bad`, so that all of them are known in the end. */
async function loadAll(
  files: Files,
  pictures: readonly Labelled[],
  classes: readonly string[],
  size: PictureSize,
  bad: BadPicture[],
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
    try {
      data.set((await openImage(files, address, size)).pixels, i * width);
    } catch (error) {
      if (!(error instanceof DataError) || error.code !== 'bad-picture') throw error;
      bad.push({ address, message: error.message });
    }
    labels[i] = label;
    report(reading, i / pictures.length);
  }
  return { inputs: { shape, data }, targets: targetsOfIndices(labels, classes) };
}
