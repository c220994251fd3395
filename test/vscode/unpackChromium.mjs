// node unpackChromium.mjs FOLDER_OF_THE_PACKAGE: unpacks the Chromium in it into $TMPDIR.
import path from 'node:path';
import { inflate } from '@sparticuz/chromium';

const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
await Promise.all(parts.map(part => inflate(path.join(process.argv[2], 'bin', part))));
