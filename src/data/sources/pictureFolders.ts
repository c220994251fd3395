import { missingFile, statOf, unreadable } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { isPictureFile, isSystemFile, passedOver } from '../images/passedOver';
import { readFormats } from '../images/readImage';
import { report } from '../reading';
import { counted, listed, quoted } from '../sentence';
import type { Survey } from './source';

/** A picture file and the index of its class. */
export interface Labelled {
  readonly address: string;
  readonly label: number;
}

export interface PictureFolders {
  readonly classes: readonly string[];
  /** All pictures, class after class. */
  readonly files: readonly Labelled[];
  /** What is in the folder and isn't read, a sentence each. */
  readonly notes: readonly string[];
}

/** The folders of classes in a folder, by name, with their pictures but those of `leaveOut`. */
export async function listPictures(
  address: string,
  leaveOut: readonly string[],
  survey: Survey,
): Promise<PictureFolders> {
  const entries = (await entriesOf(address, survey)).filter(({ name }) => !isSystemFile(name));
  const folders = entries
    .filter(entry => entry.folder)
    .map(entry => entry.name)
    .sort();
  const left = new Set(leaveOut);
  const classes: string[] = [];
  const files: Labelled[] = [];
  const others: string[] = [];
  const inner: string[] = [];
  const empty: string[] = [];
  for (const folder of folders) {
    report(survey.reading, 0);
    const inside = (await entriesOf(`${address}/${folder}`, survey)).filter(
      ({ name }) => !isSystemFile(name),
    );
    const names: string[] = [];
    for (const entry of inside) {
      if (entry.folder) inner.push(`${folder}/${entry.name}`);
      else (isPictureFile(entry) ? names : others).push(entry.name);
    }
    const wanted = names
      .sort()
      .map(name => `${address}/${folder}/${name}`)
      .filter(name => !left.has(name));
    if (wanted.length === 0) {
      empty.push(folder);
      continue;
    }
    for (const name of wanted) files.push({ address: name, label: classes.length });
    classes.push(folder);
  }
  const loose = entries.filter(isPictureFile).length;
  if (files.length === 0) throw nothingFound(address, loose, folders);
  return { classes, files, notes: [...passedOver(others), ...overlooked(address, { loose, inner, empty })] };
}

/** The same in folders of classes that are given: labels are theirs. */
export async function listKnownClasses(
  address: string,
  classes: readonly string[],
  leaveOut: readonly string[],
  survey: Survey,
): Promise<PictureFolders> {
  const found = await listPictures(address, leaveOut, survey);
  const unknown = found.classes.filter(name => !classes.includes(name));
  if (unknown.length > 0) {
    throw new DataError(
      `${address} has ${listed(unknown.map(quoted))}, which isn't among the classes of the training set: ${listed(classes)}.`,
      { code: 'unknown-class' },
    );
  }
  const files = found.files.map(file => ({ ...file, label: classes.indexOf(found.classes[file.label]!) }));
  return { classes, files, notes: found.notes };
}

function nothingFound(address: string, loose: number, folders: readonly string[]): DataError {
  const there = folders.length > 0 ? ` (there is ${listed(folders, 4)})` : '';
  return new DataError(
    loose > 0
      ? `${address} holds ${counted(loose, 'picture')} but no folders: put those of each class into a folder with its name.`
      : `${address} has no folders with pictures (${readFormats}) in them; one for each class is needed${there}.`,
    { code: 'no-examples', suggestions: folders.map(folder => `${address}/${folder}`) },
  );
}

/** What lies where it isn't looked for. */
function overlooked(
  address: string,
  { loose, inner, empty }: { loose: number; inner: readonly string[]; empty: readonly string[] },
): string[] {
  const notes: string[] = [];
  if (loose > 0) {
    const what =
      loose === 1
        ? 'lies in no folder of a class and is left out'
        : 'lie in no folder of a class and are left out';
    notes.push(`${counted(loose, 'picture')} of ${address} ${what}.`);
  }
  if (empty.length > 0) {
    const what =
      empty.length === 1
        ? 'holds no pictures that are read, so it is no class'
        : 'hold no pictures that are read, so they are no classes';
    notes.push(`${listed(empty)} ${what}.`);
  }
  if (inner.length > 0) {
    notes.push(
      `${counted(inner.length, 'folder')} inside those of the classes ${inner.length === 1 ? 'isn’t' : 'aren’t'} looked into: ${listed(inner, 4)}.`,
    );
  }
  return notes;
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
