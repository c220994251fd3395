import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder of extensions that holds a working tree alone, by a link: a rebuild is there after "Developer: Reload
 * Window". The folder is made anew, because VS Code remembers in it what it found there.
 */
export function linkExtension(root, extensions) {
  fs.rmSync(extensions, { recursive: true, force: true });
  fs.mkdirSync(extensions, { recursive: true });
  fs.symlinkSync(root, path.join(extensions, 'layerwise'), 'junction');
}
