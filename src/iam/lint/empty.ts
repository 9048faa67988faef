import { memberOf } from '../json/node.ts';
import type { Check, Hit } from './finding.ts';
import { hitIf, inConditions, inStatements } from './scope.ts';
import { itemsOf, membersOf, type ConditionView } from './view.ts';

/** The four ways to read a condition whose list of values is empty. */
const lists: Readonly<Record<string, (condition: ConditionView) => boolean>> = {
  EMPTY_ARRAY_CONDITION_FORALLVALUES: ({ operator }) => operator.quantifier === 'forAllValues',
  EMPTY_ARRAY_CONDITION_FORANYVALUE: ({ operator }) => operator.quantifier === 'forAnyValue',
  EMPTY_ARRAY_CONDITION_IFEXISTS: ({ operator }) => operator.quantifier === 'none' && operator.ifExists,
  EMPTY_ARRAY_CONDITION: ({ operator }) => operator.quantifier === 'none' && !operator.ifExists,
};

const elements = ['Principal', 'NotPrincipal'];

/** What is there and says nothing. */
export const emptyChecks: readonly Check[] = [
  {
    check: 'EMPTY_SID_VALUE',
    severity: 'suggestion',
    find: inStatements(({ node }) => {
      const sid = memberOf(node, 'Sid');
      return sid?.kind === 'leaf' && sid.value === '' ? [{ node: sid }] : [];
    }),
  },
  {
    check: 'EMPTY_OBJECT_CONDITION',
    severity: 'suggestion',
    find: inStatements(({ node }) => {
      const condition = memberOf(node, 'Condition');
      const blocks = [condition, ...membersOf(condition).map(({ value }) => value)];
      return blocks.flatMap((one): readonly Hit[] =>
        one?.kind === 'object' && one.members.length === 0 ? [{ node: one }] : [],
      );
    }),
  },
  {
    check: 'EMPTY_OBJECT_PRINCIPAL',
    severity: 'suggestion',
    find: inStatements(({ node }) =>
      elements.flatMap((element) => {
        const principal = memberOf(node, element);
        return principal?.kind === 'object' && principal.members.length === 0 ? [{ node: principal }] : [];
      }),
    ),
  },
  {
    check: 'EMPTY_ARRAY_PRINCIPAL',
    severity: 'suggestion',
    find: inStatements(({ node }) =>
      elements.flatMap((element) =>
        membersOf(memberOf(node, element)).flatMap(({ value }) =>
          hitIf(itemsOf(value).length === 0, { node: value }),
        ),
      ),
    ),
  },
  ...Object.entries(lists).map(([check, is]): Check => ({
    check,
    severity: 'suggestion',
    find: inConditions((condition) =>
      hitIf(itemsOf(condition.member.value).length === 0 && is(condition), {
        node: condition.member.value,
        values: { key: condition.member.key },
      }),
    ),
  })),
];
