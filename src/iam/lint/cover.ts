import { compileAction, matchesAction } from '../pattern/action.ts';
import { compileResource, matchesResource } from '../pattern/resource.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { ContextMap } from '../request/context.ts';
import type { Entry } from './view.ts';

/** No name holds it, so only a wildcard takes it. */
const strange = '\u0001';
const nothing: ContextMap = { get: () => undefined };

/** Texts of which a pattern takes all only where it takes whatever the other one does: its wildcards filled up or empty. */
function samples(pattern: string): readonly string[] {
  const one = pattern.replaceAll('?', strange);
  return ['', strange, strange.repeat(pattern.length + 2)].map((run) => one.replaceAll('*', run));
}

/** How the entries of an element cover each other. */
interface Covering {
  /** Two entries with the same form are the same. */
  readonly form: (text: string) => string;
  /** Whether a form takes a text. */
  readonly takes: (form: string) => (text: string) => boolean;
}

export const actionCovering: Covering = {
  form: lowerCase,
  takes: (form) => {
    const pattern = compileAction(form);
    return (action) => matchesAction(pattern, action);
  },
};

/** Variables are compared as text. */
export const resourceCovering: Covering = {
  form: (text) => text,
  takes: (form) => {
    const pattern = compileResource(form, { variables: false, pad: true });
    return (resource) => matchesResource(pattern, resource, nothing);
  },
};

/** Whether one entry of an Action element covers all that another one does. */
export function actionCovers(general: string, special: string): boolean {
  return samples(actionCovering.form(special)).every(actionCovering.takes(general));
}

/** The entries of a list that another one covers, each with that one. Of two that are the same the later one goes. */
export function coveredEntries(
  entries: readonly Entry[],
  { form, takes }: Covering,
): readonly (readonly [special: Entry, general: Entry])[] {
  const all = entries.map((entry) => ({ entry, own: form(entry.text) }));
  const first = new Map(all.toReversed().map(({ entry, own }) => [own, entry]));
  // Only an entry with a wildcard covers one that is not the same.
  const open = all
    .filter(({ entry, own }) => /[*?]/.test(own) && first.get(own) === entry)
    .map(({ entry, own }) => ({ entry, own, covers: takes(own), samples: samples(own) }));
  return all.flatMap(({ entry, own }) => {
    const same = first.get(own);
    if (same !== undefined && same !== entry) return [[entry, same] as const];
    const texts = samples(own);
    const back = takes(own);
    const general = open.find(
      (one) => one.entry !== entry && texts.every(one.covers) && !one.samples.every(back),
    );
    return general === undefined ? [] : [[entry, general.entry] as const];
  });
}
