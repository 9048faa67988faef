import { runTranscript } from '#account';
import { namesOf, unknownNames } from '../../file/issue.ts';
import type { Kind } from '../../step/kind.ts';
import { someTime } from '../../world/set-up.ts';
import { accountBegun, answerOf } from './account.ts';
import { auditAccount } from './audit.ts';
import { gradeAccount, type OperateResult } from './grade.ts';
import { operateAnswer, operateSpec, type OperateAnswer, type OperateSpec } from './spec.ts';

/** Operate the account, by console or command line, until every goal is reached. */
export const operate: Kind<OperateSpec, OperateAnswer, OperateResult> = {
  spec: operateSpec,
  answer: operateAnswer,
  headings: ({ goals, traps }) => [
    { name: 'Goals', ids: goals.map(({ id }) => id) },
    { name: 'Traps', ids: traps.map(({ id }) => id) },
  ],
  references: ({ goals, who }, { world }, where) => [
    ...namesOf(
      goals.map(({ id }) => id),
      `${where}.goals`,
    ).issues,
    // A user that the set-up's lines make is not among the rows.
    ...(world.setUp.length > 0
      ? []
      : unknownNames(
          new Set(['root', ...world.users.map(({ arn }) => arn.slice(arn.lastIndexOf('/') + 1))]),
          [who],
          `${where}.who`,
        )),
  ],
  opening: () => ({ kind: 'operate', begun: someTime, calls: [], records: 0 }),
  solution(spec, setting, managed) {
    const handed = accountBegun(spec, setting, managed, someTime);
    const { state } = runTranscript(spec.way.flatMap(({ lines }) => lines).join('\n'), handed.state);
    return answerOf(state.world, handed);
  },
  documents: () => [],
  needsManaged: true,
  grade: gradeAccount,
  audit: auditAccount,
};
