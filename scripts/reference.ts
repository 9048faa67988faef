import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliSize } from './brotli-size.ts';
import { referenceEdition } from './reference-data.ts';

/** Makes the reference files as the build does and prints their sizes, one JSON line a figure; `-- FOLDER` writes them there. */
const [target] = process.argv.slice(2);
const { folder, files } = referenceEdition();
const all = [...files];
function print(name: string, chosen: readonly (readonly [file: string, text: string])[]): void {
  const raw = chosen.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const brotli = chosen.reduce((sum, [, text]) => sum + brotliSize(text), 0);
  console.log(JSON.stringify({ name, files: chosen.length, raw, brotli }));
}
print(
  'services',
  all.filter(([file]) => file.startsWith('services/')),
);
print(
  'policies',
  all.filter(([file]) => file === 'policies.json'),
);
print(
  'index',
  all.filter(([file]) => file === 'index.json'),
);
console.log(JSON.stringify({ name: 'folder', value: folder }));
if (target !== undefined)
  for (const [file, text] of all) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), text);
  }
