import { textFromBase64, toBase64 } from '../tokens/base64.ts';
import { fileName } from './arguments.ts';
import { ended, type Session } from './session.ts';
import type { Ran } from './terminal.ts';

/** Programs of this terminal that write what they read, changed: from a file, or from what stands before a `|`. */
export const filters: readonly string[] = ['cat', 'cut', 'base64'];

/** `cat report.csv`, `cut -d, -f2 report.csv`, `base64 -d report.txt`, each behind a `|` too. */
export function filter(session: Session, name: string, words: readonly string[]): Ran {
  // A word of its own may follow those of `cut`: `-f 2`.
  const options = words.filter(
    (word, place) => word.startsWith('-') || (name === 'cut' && /^-[fd]$/.test(words[place - 1] ?? '')),
  );
  const [file] = words.filter((word) => !options.includes(word));
  const read = file === undefined ? session.piped : session.terminal.files[fileName(file)];
  if (read === undefined) {
    const errors = file === undefined ? usage[name] : `${name}: ${file}: No such file or directory`;
    return ended(session, { errors: errors ?? '', exitCode: 1 });
  }
  const output = changed(name, options.join(' '), read);
  return output === undefined
    ? ended(session, {
        errors: name === 'base64' && options.length > 0 ? 'base64: invalid input' : (usage[name] ?? ''),
        exitCode: 1,
      })
    : ended(session, { output });
}

const usage: Readonly<Record<string, string>> = {
  cat: 'usage: cat <file>',
  cut: 'usage: cut [-d<letter>] -f<number> <file>',
  base64: 'usage: base64 [-d] <file>',
};

function changed(name: string, options: string, read: string): string | undefined {
  if (name === 'cat') return read;
  if (name === 'base64') return options === '' ? toBase64(read) : textFromBase64(read.replaceAll('\n', ''));
  const [, fields] = /(?:^| )-f ?(\d+(?:,\d+)*)(?: |$)/.exec(options) ?? [];
  const [, between = '\t'] = /(?:^| )-d ?(\S)(?: |$)/.exec(options) ?? [];
  if (fields === undefined) return undefined;
  return read
    .split('\n')
    .map((line) => {
      const found = line.split(between);
      return fields
        .split(',')
        .map((field) => found[Number(field) - 1] ?? '')
        .join(between);
    })
    .join('\n');
}
