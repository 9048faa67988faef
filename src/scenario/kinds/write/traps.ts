import { matchesWildcard, type AccessRequest } from '#iam';
import type { Domain } from '#proof';
import type { Failure } from './result.ts';
import type { Trap } from './spec.ts';

/** Whether a failing request is such as the trap describes. */
export function springs(trap: Trap, kind: Failure['kind'], request: AccessRequest): boolean {
  if (trap.failure !== kind) return false;
  const context = new Map(
    Object.entries(request.context ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  );
  return (
    fits(trap.principal, request.principal) &&
    fits(trap.action, request.action) &&
    fits(trap.resource, request.resource) &&
    (trap.absent === undefined || !context.has(trap.absent.toLowerCase())) &&
    (trap.present === undefined || context.get(trap.present.key.toLowerCase()) === trap.present.value)
  );
}

/** The requests of a domain that the trap describes; undefined where there are none. */
export function trapDomain(trap: Trap, kind: Failure['kind'], domain: Domain): Domain | undefined {
  if (trap.failure !== kind) return undefined;
  const situations = domain.situations.filter(({ principal }) => fits(trap.principal, principal));
  const actions = actionsUnder(domain.actions, trap.action);
  if (situations.length === 0 || actions.length === 0) return undefined;
  return {
    ...domain,
    situations,
    actions,
    wholeServices: false,
    keys: {
      ...domain.keys,
      ...(trap.absent !== undefined && { [trap.absent.toLowerCase()]: { presence: 'never' as const } }),
      ...(trap.present !== undefined && {
        [trap.present.key.toLowerCase()]: { presence: 'always' as const, values: [trap.present.value] },
      }),
    },
    ...(trap.resource !== undefined && { within: [...(domain.within ?? []), [trap.resource]] }),
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
