import { matchesWildcard, type AccessRequest } from '#iam';
import type { Domain } from '#proof';
import type { Trap } from './schema.ts';
import type { Failure } from './verdict.ts';

/** Whether a failing request is such as the trap describes. */
export function springs({ when }: Trap, kind: Failure['kind'], request: AccessRequest): boolean {
  if (!('kind' in when) || when.kind !== kind) return false;
  const context = new Map(
    Object.entries(request.context ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
  return (
    fits(when.principal, request.principal) &&
    fits(when.action, request.action) &&
    fits(when.resource, request.resource) &&
    (when.absent === undefined || !context.has(when.absent.toLowerCase())) &&
    (when.present === undefined || context.get(when.present.key.toLowerCase()) === when.present.value)
  );
}

/** The requests of a domain that the trap describes; undefined where there are none. */
export function trapDomain({ when }: Trap, kind: Failure['kind'], domain: Domain): Domain | undefined {
  if (!('kind' in when) || when.kind !== kind) return undefined;
  const situations = domain.situations.filter(({ principal }) => fits(when.principal, principal));
  const actions = actionsUnder(domain.actions, when.action);
  if (situations.length === 0 || actions.length === 0) return undefined;
  return {
    ...domain,
    situations,
    actions,
    wholeServices: false,
    keys: {
      ...domain.keys,
      ...(when.absent !== undefined && { [when.absent.toLowerCase()]: { presence: 'never' as const } }),
      ...(when.present !== undefined && {
        [when.present.key.toLowerCase()]: { presence: 'always' as const, values: [when.present.value] },
      }),
    },
    ...(when.resource !== undefined && { within: [...(domain.within ?? []), [when.resource]] }),
  };
}

const chosen = new WeakMap<Domain['actions'], Map<string, Domain['actions']>>();

/** The actions that a trap's pattern takes in; the same list at every Check. */
function actionsUnder(actions: Domain['actions'], pattern: string | undefined): Domain['actions'] {
  if (pattern === undefined) return actions;
  const known = chosen.get(actions) ?? new Map<string, Domain['actions']>();
  chosen.set(actions, known);
  const found = known.get(pattern) ?? actions.filter(({ name }) => fits(pattern, name));
  known.set(pattern, found);
  return found;
}

function fits(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || matchesWildcard(pattern, text);
}
