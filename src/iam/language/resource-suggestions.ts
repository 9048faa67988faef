import { actionsOf, prefixOf } from '../lint/lint-reference.ts';
import { arnFormatParts } from '../reference/arn-format.ts';
import type { PolicyType } from '../policy/document.ts';
import type { LanguageReference } from './language-reference.ts';
import type { Place } from './slot.ts';
import type { Suggestion } from './suggestion.ts';
import { servicePrincipals, webIdentityProviders } from './words.ts';

/** ARN forms of the statement's actions, resources of the account among them first, and `*`. */
export function resourceSuggestions(
  { actions, taken }: Place,
  reference: LanguageReference,
): readonly Suggestion[] {
  const formats = new Map<string, string>();
  for (const text of actions) {
    const service = reference.service(prefixOf(text));
    for (const { resources } of service === undefined ? [] : actionsOf(service, text))
      for (const { type } of resources) formats.set(type.arn, type.name);
  }
  const services = new Set([...formats.keys()].map((format) => format.split(':')[2]));
  const own = reference.resources.filter((arn) => services.size === 0 || services.has(arn.split(':')[2]));
  const all: readonly Suggestion[] = [
    ...own.map((text) => ({ text, kind: 'resource' }) as const),
    ...[...formats].map(
      ([format, name]) => ({ text: written(format, reference), kind: 'resource', name }) as const,
    ),
    { text: '*', kind: 'resource' },
  ];
  return all.filter(({ text }) => !taken.includes(text));
}

/** A form as a policy has it: the account's id, and `*` for every name that is left open. */
function written(format: string, { account }: LanguageReference): string {
  return arnFormatParts(format)
    .map(({ kind, text }) => {
      if (kind !== 'name') return text;
      if (text === 'Partition') return 'aws';
      return text === 'Account' ? account : '*';
    })
    .join('');
}

/** Principals of the account, its root user first, services, providers: whatever the kind takes. */
export function principalSuggestions(
  of: string,
  { taken }: Place,
  type: PolicyType,
  { principals, account }: LanguageReference,
): readonly Suggestion[] {
  const named: Readonly<Record<string, readonly string[]>> = {
    AWS: [
      `arn:aws:iam::${account}:root`,
      ...principals.filter((arn) => !isProvider(arn)),
      ...(type === 'trust' ? [] : ['*']),
    ],
    Service: servicePrincipals,
    Federated: [...principals.filter(isProvider), ...webIdentityProviders],
  };
  return (named[of] ?? ['*'])
    .filter((text) => !taken.includes(text))
    .map((text) => ({ text, kind: 'principal' }));
}

function isProvider(arn: string): boolean {
  return /:(?:saml|oidc)-provider\//.test(arn);
}
