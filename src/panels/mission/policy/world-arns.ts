import type { World } from '#scenario';
import type { WritingWorld } from '../../policy/writing/writing.ts';

/** The ARNs of a mission's world: the editor suggests them before all others. */
export function arnsOf({ resources, users, roles, callers }: World): WritingWorld {
  const rows = [...users, ...roles].map(({ arn }) => arn);
  const others = callers.map(({ principal }) => principal).filter((one) => !one.includes(':assumed-role/'));
  return {
    resources: [...resources, ...roles].map(({ arn }) => arn),
    principals: [...new Set([...rows, ...others])],
  };
}
