import { actionsOf, prefixOf } from '../lint/lint-reference.ts';
import type { PolicyType } from '../policy/document.ts';
import type { LanguageReference } from './language-reference.ts';
import type { Place } from './slot.ts';
import type { Suggestion } from './suggestion.ts';
import { trustActionNames } from './words.ts';

/** Services as long as no colon is typed, then their actions, each with its access level, and the wildcard typed so far. */
export function actionSuggestions(
  { caret, taken }: Place,
  type: PolicyType,
  reference: LanguageReference,
): readonly Suggestion[] {
  if (type === 'trust')
    return trustActionNames
      .filter((text) => !taken.includes(text))
      .map((text) => ({ text, kind: 'action', access: ['Write'] }));
  if (!caret.before.includes(':'))
    return [
      { text: '*', kind: 'wildcard' },
      ...reference.services.map(
        ({ prefix, name, actions }) =>
          ({ text: `${prefix}:`, kind: 'service', name, count: actions }) as const,
      ),
    ];
  const service = reference.service(prefixOf(caret.before));
  if (service === undefined) return [];
  const actions = service.actions
    .map(({ name, accessLevels }): Suggestion => {
      const text = `${service.prefix}:${name}`;
      return { text, kind: 'action', access: accessLevels };
    })
    .filter(({ text }) => !taken.includes(text));
  return [
    ...wildcards(caret.before, service.prefix, (entry) => actionsOf(service, entry).length),
    ...actions,
  ];
}

const verbs = ['', 'Get', 'List', 'Describe', 'Put', 'Create', 'Update', 'Delete'];

/** What is typed with a wildcard behind it, and the usual families of a service's actions, each with how many it covers. */
function wildcards(typed: string, prefix: string, count: (entry: string) => number): readonly Suggestion[] {
  const heads = [typed.replace(/\*+$/, ''), ...verbs.map((verb) => `${prefix}:${verb}`)];
  return [...new Set(heads)].flatMap((head): readonly Suggestion[] => {
    const covered = count(`${head}*`);
    return covered > 1 ? [{ text: `${head}*`, kind: 'wildcard', count: covered }] : [];
  });
}
