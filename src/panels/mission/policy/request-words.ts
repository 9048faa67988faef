import type { AccessRequest } from '#iam';
import { entryOf, type ScenarioTexts, type World } from '#scenario';
import type { Say } from '../step/step-panel.ts';
import type { ShownRequest } from './shown-requests.ts';

/** A request in one sentence: the scenario's own words where it has some, else who does what on what, and with what. */
export function requestWords(shown: ShownRequest, texts: ScenarioTexts, world: World, say: Say): string {
  return entryOf(texts, 'Requests', shown.id) ?? plainWords(shown.request, world, say);
}

/** Who does what on what, with the context keys the request carries. */
export function plainWords(
  { principal, action, resource, context }: AccessRequest,
  world: World,
  say: Say,
): string {
  const who = world.callers.find((known) => known.principal === principal)?.name ?? `\`${principal}\``;
  const carried = Object.entries(context ?? {}).map(
    ([key, value]) => `\`${key}\`: \`${typeof value === 'string' ? value : value.join(', ')}\``,
  );
  const sentence = say(resource === '*' ? 'mission.requestNoResource' : 'mission.request', {
    who,
    action,
    resource,
  });
  return carried.length === 0
    ? sentence
    : say('mission.requestWith', { sentence, context: carried.join(', ') });
}
