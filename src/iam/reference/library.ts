import type { Decoded } from './decoded.ts';
import { decodeIndex, type ReferenceIndex } from './index-file.ts';
import { decodeManagedPolicy, type ManagedPolicy } from './managed-policy.ts';
import { decodeService, type ServiceReference } from './service.ts';

/** Brings the text of a reference file: `index.json`, `services/s3.json`, `policies/ReadOnlyAccess.json`. May reject. */
export type LoadReference = (file: string) => Promise<string>;

/** The Service Authorization Reference and AWS managed policies, each part loaded when it is first asked for. */
export interface ReferenceLibrary {
  readonly index: () => Promise<Decoded<ReferenceIndex>>;
  /** By prefix, in any case; `unknown` where the index has no such service. */
  readonly service: (prefix: string) => Promise<Decoded<ServiceReference>>;
  /** By name (`ReadOnlyAccess`) or ARN; `unknown` where this library has no such policy. */
  readonly managedPolicy: (nameOrArn: string) => Promise<Decoded<ManagedPolicy>>;
}

/**
 * A library over files that `load` brings. It keeps what it has read, and asks again for what did not come; it never
 * rejects. Only names out of the index become file names.
 */
export function referenceLibrary(load: LoadReference): ReferenceLibrary {
  const decodedFiles = new Map<string, unknown>();
  async function read<Value>(
    file: string,
    decoder: (text: string) => Decoded<Value>,
  ): Promise<Decoded<Value>> {
    const decoded = decodedFiles.get(file);
    if (decoded !== undefined) return decoded as Decoded<Value>;
    let text: string;
    try {
      text = await load(file);
    } catch {
      return { problem: 'unavailable' };
    }
    const found = decoder(text);
    if (found.problem === undefined) decodedFiles.set(file, found);
    return found;
  }
  const index = (): Promise<Decoded<ReferenceIndex>> => read('index.json', decodeIndex);
  return {
    index,
    service: async (prefix) => {
      const { value, problem } = await index();
      if (value === undefined) return { problem };
      const wanted = prefix.toLowerCase();
      const entry = value.services.find((one) => one.prefix === wanted);
      return entry === undefined
        ? { problem: 'unknown' }
        : read(`services/${entry.prefix}.json`, decodeService);
    },
    managedPolicy: async (nameOrArn) => {
      const { value, problem } = await index();
      if (value === undefined) return { problem };
      const entry = value.managedPolicies.find(({ name, arn }) => nameOrArn === name || nameOrArn === arn);
      return entry === undefined
        ? { problem: 'unknown' }
        : read(`policies/${entry.name}.json`, decodeManagedPolicy);
    },
  };
}
