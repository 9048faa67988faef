import { isJsonObject, printPolicy } from '#iam';
import { organizationOf } from '../../calls/controls.ts';
import { numberIn, text } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { isRefusal, refuse, type Refusal } from '../../calls/refusal.ts';
import { issueCredentials } from './credentials.ts';

const maxSeconds = 900;
const tasks = 'arn:aws:iam::aws:policy/root-task/';
/** Task policies only deny: beside them, everything is allowed. */
const everything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

interface Task {
  readonly account: string;
  /** ARN of the member account's root user. */
  readonly root: string;
  readonly arn: string;
  readonly policy: string;
}

function taskOf({ input, world }: Call): Task | Refusal {
  const named = text(input, 'TargetPrincipal');
  const account = /^(?:arn:aws[a-z-]*:iam::)?(\d{12})(?::root)?$/.exec(named)?.[1];
  if (account === undefined) return refuse('ValidationError', `${named} is invalid`);
  const descriptor = input['TaskPolicyArn'];
  const arn = descriptor !== undefined && isJsonObject(descriptor) ? text(descriptor, 'arn') : '';
  const policy = arn.startsWith(tasks) ? world.catalogue.get(arn) : undefined;
  if (policy === undefined) return refuse('ValidationError', `${arn} is not a task policy.`);
  return { account, root: `arn:aws:iam::${account}:root`, arn, policy: printPolicy(policy.document) };
}

/** Whether the caller's account may: the management account, with IAM trusted, over an active member. */
function manages({ state, accountId }: Call, member: string): boolean {
  const found = organizationOf(state, accountId);
  return (
    found?.management === accountId &&
    member !== accountId &&
    'iam.amazonaws.com' in found.organization.trusted &&
    found.tables.members.get(member)?.status === 'ACTIVE'
  );
}

/**
 * A short session as the root user of a member account, for one task: its policy denies all else.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
 */
export const assumeRoot: Operation = {
  service: 'sts',
  name: 'AssumeRoot',
  asks: (call) => {
    const task = taskOf(call);
    if (isRefusal(task)) return task;
    const { caller, accountId } = call;
    if (caller.kind === 'root' || !manages(call, task.account))
      return refuse(
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: sts:AssumeRoot on resource: ${task.root}`,
      );
    return [
      {
        action: 'sts:AssumeRoot',
        resource: task.root,
        // The management account's own policies decide: the member has no say.
        resourceAccount: accountId,
        context: { 'sts:TaskPolicyArn': task.arn, 'aws:ResourceAccount': task.account },
      },
    ];
  },
  run: (call) => {
    const task = taskOf(call);
    if (isRefusal(task)) return task;
    const sourceIdentity = call.caller.session?.sourceIdentity;
    const seconds = numberIn(call.input, 'DurationSeconds') ?? maxSeconds;
    const { Credentials, change } = issueCredentials(task.account, call, seconds, {
      kind: 'rootTask',
      principal: task.root,
      user: '',
      policies: [everything, task.policy],
      tags: [],
      transitiveTags: [],
      keys: { 'aws:AssumedRoot': 'true' },
      ...(sourceIdentity !== undefined && { sourceIdentity }),
    });
    return {
      output: { Credentials, ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }) },
      changes: [change],
    };
  },
};
