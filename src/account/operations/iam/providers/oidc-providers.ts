import { tagsIn, text, texts } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { requestTagKeys, withTags } from '../../../calls/tag-set.ts';
import { fingerprint } from '../../../state/ids.ts';
import type { OidcProvider } from '../../../state/entities.ts';
import { put, remove, type Change } from '../../../state/state.ts';
import { about, overQuota } from '../kinds.ts';
import { oidcProvider } from './provider-kinds.ts';
import { tagOperations } from '../tags.ts';

const maxProviders = 100;
const maxClients = 100;
const maxThumbprints = 5;

function written(account: string, provider: OidcProvider): Change {
  return put(account, 'oidcProviders', provider.url, provider);
}

function refusedLists(clients: readonly string[], thumbprints: readonly string[]): Refusal | undefined {
  if (thumbprints.length > maxThumbprints)
    return refuse('InvalidInput', 'Thumbprint list must contain fewer than 5 entries.');
  if (thumbprints.some((thumbprint) => !/^[0-9A-Fa-f]{40}$/.test(thumbprint)))
    return refuse('InvalidInput', 'Thumbprint list must contain only hexadecimal digits.');
  return clients.length > maxClients ? overQuota('ClientIdsPerOpenIdConnectProvider', maxClients) : undefined;
}

/** The URL as an ARN has it; undefined where it is no issuer's: `https`, no port, no query. */
function hostOf(url: string): string | undefined {
  return /^https:\/\/([a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w.~-]+)*)\/?$/i.exec(url)?.[1];
}

function arnOf(account: string, url: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${hostOf(url) ?? url}`;
}

const createOidcProvider: Operation = {
  service: 'iam',
  name: 'CreateOpenIDConnectProvider',
  asks: ({ accountId, input }) => [
    {
      action: 'iam:CreateOpenIDConnectProvider',
      resource: arnOf(accountId, text(input, 'Url')),
      context: requestTagKeys(tagsIn(input)),
    },
  ],
  run: ({ account, accountId, input, now }) => {
    const host = hostOf(text(input, 'Url'));
    if (host === undefined) return refuse('InvalidInput', 'Invalid Open ID Connect Provider URL');
    const clientIds = [...new Set(texts(input, 'ClientIDList'))];
    const given = texts(input, 'ThumbprintList');
    const refused = refusedLists(clientIds, given);
    if (refused !== undefined) return refused;
    if (account.oidcProviders.has(host))
      return refuse('EntityAlreadyExists', `Provider with url https://${host} already exists.`);
    if (account.oidcProviders.size >= maxProviders)
      return overQuota('OpenIdConnectProvidersPerAccount', maxProviders);
    const tags = withTags([], tagsIn(input), false);
    if ('refused' in tags) return tags;
    const made: OidcProvider = {
      url: host,
      arn: arnOf(accountId, `https://${host}`),
      clientIds,
      // IAM fetches the thumbprint of the provider's certificate where none is given; here it follows from the name.
      thumbprints: given.length > 0 ? given : [fingerprint(host).slice(0, 40)],
      created: now,
      tags,
    };
    return {
      output: {
        OpenIDConnectProviderArn: made.arn,
        ...(tags.length > 0 && { Tags: tags }),
      },
      changes: [written(accountId, made)],
    };
  },
};

/**
 * The rows of OpenID Connect identity providers.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export const oidcProviderOperations: readonly Operation[] = [
  createOidcProvider,
  about(
    oidcProvider,
    'GetOpenIDConnectProvider',
    (_, { url, clientIds, thumbprints, created, tags }) => ({
      output: {
        Url: url,
        ClientIDList: clientIds,
        ThumbprintList: thumbprints,
        CreateDate: created,
        Tags: tags,
      },
    }),
    { reads: true },
  ),
  {
    service: 'iam',
    name: 'ListOpenIDConnectProviders',
    reads: true,
    run: ({ account }) => ({
      output: {
        OpenIDConnectProviderList: [...account.oidcProviders.values()].map(({ arn }) => ({ Arn: arn })),
      },
    }),
  },
  about(oidcProvider, 'DeleteOpenIDConnectProvider', ({ accountId }, { url }) => ({
    changes: [remove(accountId, 'oidcProviders', url)],
  })),
  about(oidcProvider, 'AddClientIDToOpenIDConnectProvider', ({ accountId, input }, provider) => {
    const clientIds = [...new Set([...provider.clientIds, text(input, 'ClientID')])];
    const refused = refusedLists(clientIds, []);
    return refused ?? { changes: [written(accountId, { ...provider, clientIds })] };
  }),
  about(oidcProvider, 'RemoveClientIDFromOpenIDConnectProvider', ({ accountId, input }, provider) => {
    const clientIds = provider.clientIds.filter((id) => id !== text(input, 'ClientID'));
    return { changes: [written(accountId, { ...provider, clientIds })] };
  }),
  about(oidcProvider, 'UpdateOpenIDConnectProviderThumbprint', ({ accountId, input }, provider) => {
    const thumbprints = texts(input, 'ThumbprintList');
    const refused = refusedLists([], thumbprints);
    return refused ?? { changes: [written(accountId, { ...provider, thumbprints })] };
  }),
  ...tagOperations(oidcProvider, 'OpenIDConnectProvider', written),
];
