import { compileAction, matchesAction } from '../pattern/action.ts';
import { findConditionKey, type ConditionKey } from '../reference/condition-keys.ts';
import type { ReferenceLibrary } from '../reference/library.ts';
import type { ServiceAction, ServiceReference } from '../reference/service.ts';
import { lowerCase } from '../text/lower-case.ts';

/** The part of AWS's reference data that is at hand. Of a service that is not, nothing is found rather than guessed. */
export interface LintReference {
  /** The prefixes of all services there are; absent: the index is not at hand. */
  readonly prefixes?: ReadonlySet<string>;
  /** A service by its prefix in lower case; undefined where it is not at hand, or unknown. */
  readonly service: (prefix: string) => ServiceReference | undefined;
}

/** No reference data at all: what the document alone shows is still found. */
export const noReference: LintReference = { service: () => undefined };

/** The prefix of an action in lower case; of `*` and of what is no action, itself. */
export function prefixOf(action: string): string {
  const colon = action.indexOf(':');
  return lowerCase(colon < 0 ? action : action.slice(0, colon));
}

/** Loads of a library what a policy text can be checked with: the index, and the services it names. Never rejects. */
export async function lintReference(library: ReferenceLibrary, text: string): Promise<LintReference> {
  const { value: index } = await library.index();
  if (index === undefined) return noReference;
  const prefixes = new Set(index.services.map(({ prefix }) => prefix));
  const named = [...new Set(text.match(/[A-Za-z0-9-]+(?=:)/g))].map(lowerCase);
  const loaded = new Map<string, ServiceReference | undefined>();
  for (const prefix of named.filter((name) => prefixes.has(name)))
    loaded.set(prefix, (await library.service(prefix)).value);
  return { prefixes, service: (prefix) => loaded.get(prefix) };
}

/** A service with what checks ask it again and again. */
interface ServiceIndex {
  readonly actions: Map<string, readonly ServiceAction[]>;
  readonly keys: Map<string, ConditionKey | undefined>;
}
const indexes = new WeakMap<ServiceReference, ServiceIndex>();

function indexOf(service: ServiceReference): ServiceIndex {
  const known = indexes.get(service) ?? { actions: new Map(), keys: new Map() };
  indexes.set(service, known);
  return known;
}

/** The service's actions that an entry of an Action element covers. */
export function actionsOf(service: ServiceReference, entry: string): readonly ServiceAction[] {
  const { actions } = indexOf(service);
  const pattern = compileAction(entry);
  const found =
    actions.get(entry) ??
    service.actions.filter(({ name }) => matchesAction(pattern, lowerCase(`${service.prefix}:${name}`)));
  actions.set(entry, found);
  return found;
}

/** The condition key of the service that a policy means. */
export function keyOf(service: ServiceReference, lowerKey: string): ConditionKey | undefined {
  const { keys } = indexOf(service);
  if (!keys.has(lowerKey)) keys.set(lowerKey, findConditionKey(service.conditionKeys, lowerKey));
  return keys.get(lowerKey);
}

/** Whether a request of the action may carry the condition key. */
export function mayCarry(action: ServiceAction, { name }: ConditionKey): boolean {
  const lists = [
    action.conditionKeys,
    ...action.resources.flatMap(({ conditionKeys, type }) => [conditionKeys, type.conditionKeys]),
  ];
  return lists.some((keys) => keys.some((key) => key.name === name));
}
