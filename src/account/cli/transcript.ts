import { commandLines } from './command-lines.ts';
import { runLine } from './run.ts';
import { directed, signingTerminal, type TranscriptState } from './transcript-state.ts';

/** A line of a transcript with what it printed; a direction prints nothing, unless it is wrong. */
export interface Printed {
  readonly line: string;
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** A second passes from one line to the next. */
const step = 1000;

/**
 * Runs `aws …` lines from a state on, as `npm run account` does. Comment lines are directions: `# as root`, `# as ana`,
 * `# as profile NAME`, `# mfa ana`, `# code ana` (the six digits of ana's device, in `$CODE`), `# key ana laptop` (a new
 * access key of ana's, in the profile `laptop`), `# region eu-west-1`,
 * `# advance 40s`, `# lag 20s`. A line that ends with `\` or inside quotes goes on in the next.
 */
export function runTranscript(
  text: string,
  start: TranscriptState,
): { readonly printed: readonly Printed[]; readonly state: TranscriptState } {
  let state = start;
  const printed: Printed[] = [];
  for (const line of commandLines(text)) {
    if (line.trim() === '') {
      printed.push({ line, output: '', errors: '', exitCode: 0 });
      continue;
    }
    state = { ...state, now: state.now + step };
    if (line.trim().startsWith('#')) {
      const set = directed(state, line);
      if ('problem' in set) printed.push({ line, output: '', errors: set.problem, exitCode: 2 });
      else {
        state = set;
        printed.push({ line, output: '', errors: '', exitCode: 0 });
      }
      continue;
    }
    const ran = runLine(signingTerminal(state), line.replace(/^\s*\$\s+/, ''), state.world, {
      now: state.now,
    });
    state = { ...state, terminal: ran.terminal, world: ran.world };
    const errors =
      ran.realKey === true ? 'this line holds what looks like a real AWS key: it was not run' : ran.errors;
    printed.push({ line, output: ran.output, errors, exitCode: ran.exitCode });
  }
  return { printed, state };
}
