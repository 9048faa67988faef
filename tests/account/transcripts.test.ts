import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newTranscriptState, runTranscript } from '#account';
import { account, freshWorld } from './fresh-world.ts';

/** Transcripts are cases: `NAME.txt` is typed, `NAME.out` is what `npm run account` prints, line by line: `npx vitest run tests/account/transcripts.test.ts -u` writes it anew, and whoever does reads it. */
const folder = join(import.meta.dirname, 'transcripts');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

it.each(names)('%s prints what it did', async (name) => {
  const { printed } = runTranscript(
    readFileSync(join(folder, `${name}.txt`), 'utf8'),
    newTranscriptState(freshWorld(), account),
  );
  const lines = printed.flatMap(({ line, output, errors }) =>
    [line, output, errors.replace(/^\n/, '')].filter((text, index) => index === 0 || text !== ''),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(folder, `${name}.out`));
});
