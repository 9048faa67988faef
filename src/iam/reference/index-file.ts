import { decode, isListOf, isPlaceIn, isShape, isText, isTuple, type Decoded } from './decoded.ts';

interface ServiceEntry {
  readonly prefix: string;
  readonly name: string;
  /** How many actions it has. */
  readonly actions: number;
  /** The pack that it lies in. */
  readonly pack: string;
}
interface ManagedPolicyEntry {
  readonly name: string;
  readonly arn: string;
  readonly versionId: string;
}

/** What the reference holds, without the content of any service or policy. */
export interface ReferenceIndex {
  /** The day of the services' data: `2026-09-26`. */
  readonly date: string;
  /** The day of the last change among the managed policies. */
  readonly policiesDate: string;
  readonly services: readonly ServiceEntry[];
  readonly managedPolicies: readonly ManagedPolicyEntry[];
}

export interface PackedIndex {
  readonly date: string;
  readonly policiesDate: string;
  /** The files that services lie in, by name, without the folder. */
  readonly packs: readonly string[];
  readonly services: readonly (readonly [prefix: string, name: string, actions: number, pack: number])[];
  readonly managedPolicies: readonly (readonly [arn: string, versionId: string])[];
}

const isLists = isShape<PackedIndex>({
  date: isText,
  policiesDate: isText,
  packs: isListOf(isText),
  services: isListOf(isTuple(isText, isText, isPlaceIn(100_000), isPlaceIn(10_000))),
  managedPolicies: isListOf(isTuple(isText, isText)),
});

// The list of packs says how many places there are.
const isPackedIndex = (value: unknown): value is PackedIndex =>
  isLists(value) && value.services.every(([, , , pack]) => pack < value.packs.length);

/** Reads the index. Total: a text that is none gives `malformed`. */
export function decodeIndex(text: string): Decoded<ReferenceIndex> {
  const { value: packed, problem } = decode(text, isPackedIndex);
  if (packed === undefined) return { problem };
  const { date, policiesDate, packs } = packed;
  return {
    value: {
      date,
      policiesDate,
      services: packed.services.map(([prefix, name, actions, pack]) => ({
        prefix,
        name,
        actions,
        // `isPackedIndex` has held every place to be one of these.
        pack: String(packs[pack]),
      })),
      managedPolicies: packed.managedPolicies.map(([arn, versionId]) => ({
        name: arn.slice(arn.lastIndexOf('/') + 1),
        arn,
        versionId,
      })),
    },
  };
}
