import { compileAction, matchesAction } from '../pattern/action.ts';
import { compileResource, matchesResource } from '../pattern/resource.ts';
import { lowerCase, type ContextMap } from '../request/context.ts';
import type { Entry } from './view.ts';

/** No name holds it, so only a wildcard takes it. */
const strange = '\u0001';
const nothing: ContextMap = { get: () => undefined };

/** Texts of which a pattern takes all only where it takes whatever the other one does: its wildcards filled up or empty. */
function samples(pattern: string): readonly string[] {
  const one = pattern.replaceAll('?', strange);
  return ['', strange, strange.repeat(pattern.length + 2)].map((run) => one.replaceAll('*', run));
}

/** Whether one entry of an Action element covers all that another one does. */
export function actionCovers(general: string, special: string): boolean {
  const pattern = compileAction(general);
  return samples(lowerCase(special)).every((action) => matchesAction(pattern, action));
}

/** Whether one entry of a Resource element covers all that another one does. Variables are compared as text. */
export function resourceCovers(general: string, special: string): boolean {
  const pattern = compileResource(general, { variables: false, pad: true });
  return samples(special).every((resource) => matchesResource(pattern, resource, nothing));
}

/** The entries of a list that another one covers, each with that one. Of two that are the same the later one goes. */
export function coveredEntries(
  entries: readonly Entry[],
  covers: (general: string, special: string) => boolean,
): readonly (readonly [special: Entry, general: Entry])[] {
  return entries.flatMap((special, place) => {
    const general = entries.find(
      (other, otherPlace) =>
        otherPlace !== place &&
        covers(other.text, special.text) &&
        (otherPlace < place || !covers(special.text, other.text)),
    );
    return general === undefined ? [] : [[special, general] as const];
  });
}
