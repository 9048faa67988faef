import { text } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { invalid } from './refusals.ts';
import { managed, pageOf, putOrganization } from './rows.ts';

const service = {
  context: ({ input }: Call) => ({ 'organizations:ServicePrincipal': text(input, 'ServicePrincipal') }),
};
const unknownService = invalid('You specified an unrecognized service principal.');

/**
 * Trusted access: what services may do in all accounts of the organization.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html
 */
export const trustedRows: readonly Operation[] = [
  managed(
    'EnableAWSServiceAccess',
    ({ input, accountId, now }, { organization }) => {
      const name = text(input, 'ServicePrincipal');
      if (!name.endsWith('.amazonaws.com')) return unknownService;
      const since = organization.trusted[name] ?? now;
      const trusted = { ...organization.trusted, [name]: since };
      return { changes: [putOrganization(accountId, { ...organization, trusted })] };
    },
    service,
  ),
  managed(
    'DisableAWSServiceAccess',
    ({ input, accountId }, { organization }) => {
      const name = text(input, 'ServicePrincipal');
      if (!name.endsWith('.amazonaws.com')) return unknownService;
      const trusted = Object.fromEntries(
        Object.entries(organization.trusted).filter(([other]) => other !== name),
      );
      return { changes: [putOrganization(accountId, { ...organization, trusted })] };
    },
    service,
  ),
  managed(
    'ListAWSServiceAccessForOrganization',
    ({ input }, { organization }) => ({
      output: pageOf(
        input,
        'EnabledServicePrincipals',
        Object.entries(organization.trusted).map(([ServicePrincipal, DateEnabled]) => ({
          ServicePrincipal,
          DateEnabled,
        })),
      ),
    }),
    { reads: true },
  ),
];
