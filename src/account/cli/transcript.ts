import { runLine } from './run.ts';
import { directed, staged, type Stage } from './stage.ts';
import { openQuote } from './words.ts';

/** A line of a transcript with what it printed; a stage direction prints nothing, unless it is wrong. */
export interface Printed {
  readonly line: string;
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** A second passes from one line to the next. */
const step = 1000;

/**
 * Runs `aws …` lines on a stage, as `npm run account` does. Comment lines set it: `# as root`, `# as ana`,
 * `# as profile NAME`, `# mfa ana`, `# code ana` (the six digits of ana's device, in `$CODE`), `# key ana laptop` (a new
 * access key of ana's, in the profile `laptop`), `# region eu-west-1`,
 * `# advance 40s`, `# lag 20s`. A line that ends with `\` or inside quotes goes on in the next.
 */
export function runTranscript(
  text: string,
  start: Stage,
  random: () => number,
): { readonly printed: readonly Printed[]; readonly stage: Stage } {
  let stage = start;
  const printed: Printed[] = [];
  for (const line of linesOf(text)) {
    if (line.trim() === '') {
      printed.push({ line, output: '', errors: '', exitCode: 0 });
      continue;
    }
    stage = { ...stage, now: stage.now + step };
    if (line.trim().startsWith('#')) {
      const set = directed(stage, line, random);
      if ('problem' in set) printed.push({ line, output: '', errors: set.problem, exitCode: 2 });
      else {
        stage = set;
        printed.push({ line, output: '', errors: '', exitCode: 0 });
      }
      continue;
    }
    const now = { now: stage.now, random };
    const ran = runLine(staged(stage), line.replace(/^\s*\$\s+/, ''), stage.world, now);
    stage = { ...stage, terminal: ran.terminal, world: ran.world };
    const errors =
      ran.realKey === true ? 'this line holds what looks like a real AWS key: it was not run' : ran.errors;
    printed.push({ line, output: ran.output, errors, exitCode: ran.exitCode });
  }
  return { printed, stage };
}

/** Lines of a text, those that go on in the next put together. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const whole = open + line;
    const comment = open === '' && line.trim().startsWith('#');
    if (!comment && whole.endsWith('\\')) open = whole.slice(0, -1);
    else if (!comment && openQuote(whole) !== undefined) open = `${whole}\n`;
    else {
      lines.push(whole);
      open = '';
    }
  }
  return open === '' ? lines : [...lines, open.trimEnd()];
}
