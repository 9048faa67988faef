import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  complete,
  newTranscriptState,
  runLine,
  runTranscript,
  type Printed,
  type TranscriptState,
} from '#account';
import { account, freshWorld } from '../fresh-world.ts';

/**
 * The command line's cases are data: one file a subject. `setUp` are lines that must succeed and print what they like;
 * of each of `lines` all that it prints is said. What is typed is a line of a transcript: a command or a direction as
 * `# as ana`; an empty one is an empty answer to a question of the terminal, `<code ana>` the code that ana's device shows.
 * `complete` is a line that is not sent, with all that may stand in the place of its last word. A text is one string or a list of lines and
 * stands for itself, with the ids that AWS gives masked (`AIDAXXXXXXXXXXXXXXXXX`); `{ "pattern": … }` is a regular
 * expression that the whole of it matches.
 */
const printed = v.optional(
  v.union([v.string(), v.array(v.string()), v.strictObject({ pattern: v.string() })]),
  '',
);
const file = v.strictObject({
  cases: v.array(
    v.strictObject({
      name: v.string(),
      files: v.optional(v.record(v.string(), v.string()), {}),
      setUp: v.optional(v.array(v.string()), []),
      lines: v.array(
        v.union([
          v.strictObject({
            line: v.string(),
            stdout: printed,
            stderr: printed,
            exitCode: v.optional(v.number(), 0),
          }),
          v.strictObject({ complete: v.string(), choices: v.array(v.string()) }),
        ]),
      ),
    }),
  ),
});
type Expected = v.InferOutput<typeof printed>;

const folder = join(import.meta.dirname, 'cases');
const files = readdirSync(folder).map((name) => ({
  name: name.replace(/\.json$/, ''),
  ...v.parse(file, JSON.parse(readFileSync(join(folder, name), 'utf8'))),
}));

function typed(state: TranscriptState, line: string): [TranscriptState, Printed] {
  const [, who] = /^<code (\S+)>$/.exec(line) ?? [];
  if (who !== undefined) {
    const coded = runTranscript(`# code ${who}`, state).state;
    return typed(coded, coded.terminal.env['CODE']!);
  }
  if (line !== '') {
    const done = runTranscript(line, state);
    return [done.state, done.printed.at(-1)!];
  }
  const now = state.now + 1000;
  const ran = runLine(state.terminal, line, state.world, { now });
  return [
    { ...state, now, terminal: ran.terminal, world: ran.world },
    { line, ...ran },
  ];
}

/** Ids as AWS gives them, with what differs from account to account left out. */
function masked(text: string): string {
  return text.replaceAll(
    /\b(A(?:IDA|ROA|GPA|NPA|IPA|SIA|KIA))[A-Z0-9]{12,17}\b/g,
    (id, kind: string) => kind + 'X'.repeat(id.length - kind.length),
  );
}

function check(printedText: string, expected: Expected, place: string): void {
  const text = masked(printedText.replace(/^\n/, ''));
  if (typeof expected === 'object' && 'pattern' in expected)
    expect(text, place).toMatch(new RegExp(`^(?:${expected.pattern})$`, 's'));
  else expect(text, place).toBe(typeof expected === 'string' ? expected : expected.join('\n'));
}

describe.each(files)('$name', ({ cases }) => {
  test.each(cases)('$name', ({ files: own, setUp, lines }) => {
    let state = newTranscriptState(freshWorld(), account, own);
    let ran: Printed;
    for (const line of setUp) {
      [state, ran] = typed(state, line);
      expect(ran.exitCode, `${line}: ${ran.errors}`).toBe(0);
    }
    for (const one of lines) {
      if ('complete' in one) {
        expect(complete(state.terminal, state.world, one.complete).choices, one.complete).toEqual(
          one.choices,
        );
        continue;
      }
      const { line, stdout, stderr, exitCode } = one;
      [state, ran] = typed(state, line);
      check(ran.output, stdout, `${line}, stdout (stderr: ${ran.errors})`);
      check(ran.errors, stderr, `${line}, stderr`);
      expect(ran.exitCode, `${line}, exit code`).toBe(exitCode);
    }
  });
});
