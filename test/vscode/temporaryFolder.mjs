import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Makes a folder of its own under the system's temporary folder, gone at the latest when this process ends. */
export function temporaryFolder(prefix = 'layerwise-') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  const remove = () => {
    process.off('exit', remove);
    try {
      // a process that was just killed may still be writing its last file
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // left behind in the temporary folder: no reason to fail what was tested
    }
  };
  process.on('exit', remove);
  return { path: folder, remove };
}
