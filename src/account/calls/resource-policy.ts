import type { PolicyType } from '#iam';
import { accountOf, type Account, type State } from '../state/state.ts';
import type { Thing } from '../state/resources.ts';
import { nameKey } from './names.ts';

/** A resource-based policy as it is kept: its text, and what a person calls it. */
export interface ResourcePolicy {
  readonly text: string;
  readonly type: PolicyType & ('trust' | 'resource');
  readonly name: string;
}

/**
 * The policy of the resource that an ARN names: of a role its trust policy, of a bucket or an object in it the bucket
 * policy, of a key, queue, topic or function its own. Undefined where there is none.
 */
export function resourcePolicy(state: State, owner: string, arn: string): ResourcePolicy | undefined {
  const account = accountOf(state, owner);
  const [, , service, , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  const last = resource.slice(resource.lastIndexOf('/') + 1);
  switch (service) {
    case 'iam': {
      const role = resource.startsWith('role/') ? account.roles.get(nameKey(last)) : undefined;
      return role && { text: role.trust, type: 'trust', name: `${role.name}: trust policy` };
    }
    case 's3': {
      const bucket = account.buckets.get(resource.split('/')[0] ?? '');
      return bucket?.policy === undefined ? undefined : ofResource(bucket.policy, bucket.name);
    }
    case 'kms': {
      const key = account.keys.get(last);
      return key && ofResource(key.policy, key.id);
    }
    case 'sqs': {
      const queue = account.queues.get(arn);
      return queue?.policy === undefined ? undefined : ofResource(queue.policy, queue.name);
    }
    case 'sns': {
      const topic = account.topics.get(arn);
      return topic && ofResource(topic.policy, topic.name);
    }
    case 'lambda': {
      const statements = Object.values(account.functions.get(arn)?.statements ?? {});
      return statements.length === 0
        ? undefined
        : ofResource(functionPolicy(statements), resource.replace(/^function:/, ''));
    }
    default: {
      const thing = thingAt(account, arn);
      return thing?.policy === undefined ? undefined : ofResource(thing.policy, thing.arn);
    }
  }
}

/** The thing that an ARN names or lies in: the one with the longest ARN that ends before a `/` or `:` of it. */
export function thingAt({ things }: Account, arn: string): Thing | undefined {
  for (
    let end = arn.length;
    end > 0;
    end = Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1))
  ) {
    const found = things.get(arn.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofResource(text: string, name: string): ResourcePolicy {
  return { text, type: 'resource', name };
}

/** The text of a function's policy out of its statements. */
export function functionPolicy(statements: readonly string[]): string {
  return `{"Version":"2012-10-17","Id":"default","Statement":[${statements.join(',')}]}`;
}
