import { detectAwsKeys } from '#iam';
import type { Environment } from '../perform/perform.ts';
import type { World } from '../state/world.ts';
import { aws } from './aws.ts';
import { ended, type Session } from './session.ts';
import { answered as answeredQuestion, configure } from './configure.ts';
import { fileName } from './arguments.ts';
import { filter, filters } from './filters.ts';
import { standIn, standIns } from './stand-ins.ts';
import { substitutionIn } from './substitution.ts';
import { unasked, type Ran, type Terminal } from './terminal.ts';
import { commandIn, partsOf, type Command } from './words.ts';

/**
 * Carries out one line of a terminal: `aws …`, `export`, `unset`, `echo`, `cat`, `cut`, `base64`, `ls`, `env`; several with
 * `;`, `&&`, `||` and `|`, output into a file with `>`. A line that holds what looks like a real AWS key is not carried out.
 */
export function runLine(terminal: Terminal, line: string, world: World, environment: Environment): Ran {
  const session: Session = { terminal, world, environment };
  if (detectAwsKeys(line).length > 0) return { ...ended(session, { exitCode: 1 }), realKey: true };
  if (terminal.question?.about === 'configure') return answeredQuestion(session, line);
  if (terminal.question?.about === 'mfa') {
    const answered = { ...session, terminal: unasked(terminal), mfaCode: line.trim() };
    return runCommands(answered, terminal.question.line);
  }
  return runCommands(session, line);
}

/** Runs the commands of a line, one after the other. */
function runCommands(session: Session, line: string): Ran {
  const parts = partsOf(line);
  if ('problem' in parts) return ended(session, { errors: parts.problem, exitCode: 2 });
  let printed = ended(session, {});
  let ran = printed;
  let skipped = false;
  for (const { text, after } of parts) {
    if (after !== '|') skipped = after === '&&' ? ran.exitCode !== 0 : after === '||' && ran.exitCode === 0;
    // A question is answered with the next line, and this one runs again then.
    if (skipped || ran.terminal.question !== undefined) continue;
    const next = { ...session, terminal: ran.terminal, world: ran.world };
    if (after === '|')
      ran = joined({ ...ran, output: '' }, runPart({ ...next, piped: ran.output }, text, line, {}));
    else {
      printed = joined(printed, ran);
      ran = runPart(next, text, line, {});
    }
  }
  return joined(printed, ran);
}

/** Runs one command, those in its `$(…)` first: what they print takes their place. */
function runPart(
  session: Session,
  text: string,
  line: string,
  printed: Readonly<Record<string, string>>,
): Ran {
  const inner = substitutionIn(text);
  if (inner === undefined) {
    const command = commandIn(text, { ...session.terminal.env, ...printed });
    return 'problem' in command
      ? ended(session, { errors: command.problem, exitCode: 2 })
      : runCommand(session, command, line);
  }
  const ran = runPart(session, inner.command, line, printed);
  if (ran.terminal.question !== undefined) return ran;
  const name = `__printed${Object.keys(printed).length}`;
  const rest = `${text.slice(0, inner.start)}\${${name}}${text.slice(inner.end)}`;
  const known = { ...printed, [name]: ran.output.trimEnd() };
  const whole = runPart({ ...session, terminal: ran.terminal, world: ran.world }, rest, line, known);
  // A variable that is set to what a failed command printed is a failure, as in every shell.
  const exitCode = /^\s*[A-Za-z_]\w*=/.test(text) && whole.exitCode === 0 ? ran.exitCode : whole.exitCode;
  return joined({ ...ran, output: '' }, { ...whole, exitCode });
}

function joined(before: Ran, next: Ran): Ran {
  return {
    ...next,
    output: lines(before.output, next.output),
    errors: lines(before.errors, next.errors),
    records: [...before.records, ...next.records],
  };
}

function lines(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before}\n${after}`;
}

function runCommand(session: Session, { words, into }: Command, line: string): Ran {
  const ran = builtIn(session, words, line);
  if (into === undefined || ran.terminal.question !== undefined) return ran;
  const files = { ...ran.terminal.files, [fileName(into)]: ran.output };
  return { ...ran, output: '', terminal: { ...ran.terminal, files } };
}

function builtIn(session: Session, [name = '', ...words]: readonly string[], line: string): Ran {
  const { terminal } = session;
  switch (name) {
    case 'aws': {
      if (words[0] === 'configure') return configure(session, words.slice(1));
      const ran = aws(session, words);
      // The code that a profile's device is asked for comes with the next line; then this line runs again.
      return ran.terminal.question?.about === 'mfa'
        ? { ...ran, terminal: { ...ran.terminal, question: { ...ran.terminal.question, line } } }
        : ran;
    }
    case 'export':
      return exported(session, words);
    case 'unset':
      return ended(session, {
        terminal: {
          ...terminal,
          env: Object.fromEntries(
            Object.entries(terminal.env).filter(([variable]) => !words.includes(variable)),
          ),
        },
      });
    case 'echo':
      return ended(session, { output: words.join(' ') });
    case 'env':
      return ended(session, {
        output: Object.entries(terminal.env)
          .map(([variable, value]) => `${variable}=${value}`)
          .join('\n'),
      });
    case 'ls':
      return ended(session, { output: Object.keys(terminal.files).join('\n') });
    default:
      if (filters.includes(name)) return filter(session, name, words);
      if (standIns.includes(name)) return standIn(session, name, words);
      return /^[A-Za-z_]\w*=/.test(name)
        ? exported(session, [name, ...words])
        : ended(session, { errors: `bash: ${name}: command not found`, exitCode: 127 });
  }
}

function exported(session: Session, words: readonly string[]): Ran {
  const env: Record<string, string> = { ...session.terminal.env };
  for (const word of words) {
    const [, variable, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
    if (variable === undefined)
      return /^[A-Za-z_]\w*$/.test(word)
        ? ended(session, {})
        : ended(session, { errors: `bash: export: \`${word}': not a valid identifier`, exitCode: 1 });
    env[variable] = value ?? '';
  }
  return ended(session, { terminal: { ...session.terminal, env } });
}
