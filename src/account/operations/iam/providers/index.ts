import type { Operation } from '../../../calls/operation.ts';
import { oidcProviderOperations } from './oidc-providers.ts';
import { samlProviderOperations } from './saml-providers.ts';

/** Identity providers: SAML and OpenID Connect. */
export const providerOperations: readonly Operation[] = [
  ...samlProviderOperations,
  ...oidcProviderOperations,
];
