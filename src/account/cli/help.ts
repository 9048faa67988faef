import { serviceModel } from '../models/model.ts';
import { rowOf } from '../operations/index.ts';
import { optionsOf } from './arguments.ts';
import { commands, operationsOf } from './names.ts';

/** `aws help`, `aws iam help`, `aws iam create-user help`: what there is, and what it takes. */
export function help(path: readonly string[]): string {
  const [command, typed] = path;
  const service = commands.get(command ?? '');
  if (service === undefined)
    return section('AVAILABLE SERVICES', [...commands.keys(), 'configure', 's3'].sort());
  const model = serviceModel(service);
  const operation = operationsOf(service).get(typed ?? '');
  if (operation === undefined)
    return section(
      'AVAILABLE COMMANDS',
      [...operationsOf(service)]
        .filter(([, name]) => rowOf(service, name) !== undefined)
        .map(([name]) => name)
        .sort(),
    );
  const { input, errors = [] } = model.operations[operation] ?? {};
  const required = new Set(model.shapes[input ?? '']?.required ?? []);
  const options = [...optionsOf(model, input)].map(([name, member]) => {
    const shape = model.shapes[model.shapes[input ?? '']?.members?.[member] ?? ''];
    const said = `--${name}${shape?.type === 'boolean' ? '' : ` <value> (${shape?.type ?? ''})`}`;
    return required.has(member) ? said : `[${said}]`;
  });
  return [
    section('SYNOPSIS', [`  ${typed ?? ''}`, ...options.map((option) => `  ${option}`)]),
    section('ERRORS', errors),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `       ${line}`)].join('\n');
}
