import type { JsonValue } from '#iam';
import { statementsOf, valuesOf } from '#proof';

/** Services whose ARNs name no region, or neither a region nor an account; all others are taken to name both. */
const withoutRegion: ReadonlySet<string> = new Set(['account', 'cloudfront', 'iam', 'organizations', 'sts']);
const withoutAccount: ReadonlySet<string> = new Set(['s3']);

/**
 * The ARN format of a service of whose resources nothing else is known, so that an example is one of the service's own;
 * `*`, any ARN at all, where a policy asks its actions on something of another form.
 */
export function resourceForm(service: string, documents: readonly JsonValue[]): string {
  const [region, account] = withoutAccount.has(service)
    ? ['', '']
    : [withoutRegion.has(service) ? '' : '${Region}', '${Account}'];
  const statements = documents.flatMap(statementsOf).filter(({ Action }) => {
    const actions = valuesOf(Action);
    return actions.length === 0 || actions.some((action) => action === '*' || serviceOf(action) === service);
  });
  const fits = statements
    .flatMap(({ Resource, NotResource }) => [...valuesOf(Resource), ...valuesOf(NotResource)])
    .every((pattern) => {
      if (pattern === '*') return true;
      const [, , own, itsRegion = '', itsAccount = ''] = pattern.split(':');
      const named = (field: string, form: string): boolean => (field === '') === (form === '');
      return own === service && named(itsRegion, region) && named(itsAccount, account);
    });
  return fits ? `arn:\${Partition}:${service}:${region}:${account}:*` : '*';
}

/** The service that an action, or a pattern of actions, belongs to, in lower case. */
export function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}
