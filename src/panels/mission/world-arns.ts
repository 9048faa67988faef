import type { World } from '#scenario';
import type { WritingWorld } from '../policy/writing/writing.ts';

/** What of a mission's world a policy may name: it is offered first where one is written. */
export function arnsOf({ resources = [], principals }: World): WritingWorld {
  return {
    resources: resources.map(({ arn }) => arn),
    principals: principals.map(({ principalRole, principal }) => principalRole ?? principal),
  };
}
