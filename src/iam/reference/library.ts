import type { Decoded } from './decoded.ts';
import { decodeIndex, type ReferenceIndex } from './index-file.ts';
import { decodeManagedPolicy, type ManagedPolicy } from './managed-policy.ts';
import { decodePack } from './pack.ts';
import { decodeService, type ServiceReference } from './service.ts';

/** Brings the text of a reference file: `index.json`, `policies.json`, `services/everyday.json`. May reject. */
export type LoadReference = (file: string) => Promise<string>;

/** The Service Authorization Reference and AWS managed policies, each file loaded when something of it is first asked for. */
export interface ReferenceLibrary {
  readonly index: () => Promise<Decoded<ReferenceIndex>>;
  /** By prefix, in any case; `unknown` where the index has no such service. */
  readonly service: (prefix: string) => Promise<Decoded<ServiceReference>>;
  /** By name (`ReadOnlyAccess`) or ARN; `unknown` where this library has no such policy. */
  readonly managedPolicy: (nameOrArn: string) => Promise<Decoded<ManagedPolicy>>;
}

/**
 * A library over files that `load` brings, each with several services or policies in it. It asks for a file once, however
 * many ask for what it holds, keeps what it has read, and asks again for what did not come; it never rejects. Only names
 * out of the index become file names.
 */
export function referenceLibrary(load: LoadReference): ReferenceLibrary {
  const asked = new Map<string, Promise<Decoded<unknown>>>();
  /** What `make` gives, made once for all who ask; a problem is not kept. */
  function once<Value>(name: string, make: () => Promise<Decoded<Value>>): Promise<Decoded<Value>> {
    const known = asked.get(name) as Promise<Decoded<Value>> | undefined;
    if (known !== undefined) return known;
    const made = make().then((found) => {
      if (found.problem !== undefined) asked.delete(name);
      return found;
    });
    asked.set(name, made);
    return made;
  }
  function read<Value>(file: string, decoder: (text: string) => Decoded<Value>): Promise<Decoded<Value>> {
    return once(file, async () => {
      try {
        return decoder(await load(file));
      } catch {
        return { problem: 'unavailable' };
      }
    });
  }
  function part<Value>(
    file: string,
    name: string,
    decoder: (value: unknown) => Decoded<Value>,
  ): Promise<Decoded<Value>> {
    return once(`${file} ${name}`, async () => {
      const { value, problem } = await read(file, decodePack);
      return value === undefined ? { problem } : decoder(value.get(name));
    });
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
        : part(`services/${entry.pack}.json`, entry.prefix, decodeService);
    },
    managedPolicy: async (nameOrArn) => {
      const { value, problem } = await index();
      if (value === undefined) return { problem };
      const entry = value.managedPolicies.find(({ name, arn }) => nameOrArn === name || nameOrArn === arn);
      return entry === undefined
        ? { problem: 'unknown' }
        : part('policies.json', entry.name, decodeManagedPolicy);
    },
  };
}
