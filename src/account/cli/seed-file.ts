import { isJsonObject, type JsonObject } from '#iam';
import { fileName, type Arguments } from './arguments.ts';
import type { Stopped } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Where `create-virtual-mfa-device` writes what its device is set up with. */
export interface SeedFile {
  readonly name: string;
  readonly member: 'QRCodePNG' | 'Base32StringSeed';
}

/**
 * The CLI's own options of `create-virtual-mfa-device`, taken out of the others: it writes the seed to a file and does
 * not print it. Undefined for other operations, and where they are not given.
 * @see https://docs.aws.amazon.com/cli/latest/reference/iam/create-virtual-mfa-device.html
 */
export function seedFileOf(
  operation: string,
  given: Arguments,
): { readonly given: Arguments; readonly seed: SeedFile } | Stopped | undefined {
  const name = given.given.get('outfile')?.[0];
  const method = given.given.get('bootstrap-method')?.[0];
  if (operation !== 'CreateVirtualMFADevice' || (name === undefined && method === undefined))
    return undefined;
  if (name === undefined || (method !== 'QRCodePNG' && method !== 'Base32StringSeed'))
    return {
      problem:
        '\nParameter validation failed:\n--outfile and --bootstrap-method (QRCodePNG or Base32StringSeed) go together',
      exitCode: 252,
    };
  const rest = [...given.given].filter(([option]) => option !== 'outfile' && option !== 'bootstrap-method');
  return { given: { ...given, given: new Map(rest) }, seed: { name, member: method } };
}

/** The answer without the seed, which now lies in the file. */
export function seedSaved(
  terminal: Terminal,
  answer: JsonObject,
  { name, member }: SeedFile,
): { readonly saved: JsonObject; readonly terminal: Terminal } {
  const device = answer['VirtualMFADevice'];
  if (!isJsonObject(device)) return { saved: answer, terminal };
  const seed = device[member];
  const shown = Object.entries(device).filter(([key]) => key !== 'QRCodePNG' && key !== 'Base32StringSeed');
  return {
    saved: { VirtualMFADevice: Object.fromEntries(shown) },
    terminal: {
      ...terminal,
      files: { ...terminal.files, [fileName(name)]: typeof seed === 'string' ? seed : '' },
    },
  };
}
