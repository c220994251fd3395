import { counted, listed } from '../sentence';
import { hasImageName } from './readImage';

/** Pictures whose formats aren't read. */
const otherPictures = new Set(
  '.heic .heif .avif .jxl .jp2 .tif .tiff .bmp .ico .svg .psd .tga .ppm .pgm .pnm .raw .cr2 .cr3 .nef .arw .dng'.split(
    ' ',
  ),
);

/** Files that systems leave in folders without being asked. */
const systemFiles = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '__macosx']);

/** Whether a file or folder is a system's own: `._cat.jpg`, `.DS_Store`, `Thumbs.db`. */
export function isSystemFile(name: string): boolean {
  return name.startsWith('.') || systemFiles.has(name.toLowerCase());
}

/** Whether a file, by its name, is a picture that is to be read. */
export function isPictureFile({
  name,
  folder,
}: {
  readonly name: string;
  readonly folder: boolean;
}): boolean {
  return !folder && !isSystemFile(name) && hasImageName(name);
}

/** What of the files with these names isn't read, a sentence each: pictures of other formats, and what is no picture. */
export function passedOver(names: readonly string[]): string[] {
  const others = names.filter(name => !isSystemFile(name) && !hasImageName(name));
  const pictures = others.filter(name => otherPictures.has(extensionOf(name)));
  const rest = others.filter(name => !otherPictures.has(extensionOf(name)));
  return [
    ...(pictures.length > 0
      ? [`${are(pictures, 'left out')}: ${formatsOf(pictures)} can’t be read. Convert to PNG or JPEG.`]
      : []),
    ...(rest.length > 0 ? [`${are(rest, 'passed over')}, being no pictures: ${formatsOf(rest)}.`] : []),
  ];
}

function are(names: readonly string[], what: string): string {
  return `${counted(names.length, 'file')} ${names.length === 1 ? 'is' : 'are'} ${what}`;
}

function formatsOf(names: readonly string[]): string {
  return listed([...new Set(names.map(name => extensionOf(name) || name))]);
}

function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at).toLowerCase() : '';
}
