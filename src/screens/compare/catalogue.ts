import { catalogueActions, exampleActions, type CatalogueAction } from '#proof';

/** The actions there are, as far as they are known here. */
export interface Catalogue {
  readonly actions: readonly CatalogueAction[];
  /** Services (`s3`) of which `actions` has every action; of others a policy's own patterns stand for the rest. */
  readonly whole: ReadonlySet<string>;
}

const withFormats: ReadonlySet<string> = new Set(catalogueActions.map(({ name }) => name));
const role = 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}';

/** What an action does to what it is asked on, by its first word, where no table says it. */
function accessOf(name: string): string {
  const word = name.slice(name.indexOf(':') + 1);
  if (/^(?:List|Describe|Lookup)/.test(word)) return 'List';
  if (/^(?:Get|Query|Receive|Decrypt)/.test(word)) return 'Read';
  if (/^(?:Attach|Detach|Put\w*Policy|Create\w*Policy|Set\w*Policy|PassRole|AssumeRole)/.test(word))
    return 'Permissions management';
  return word.startsWith('Tag') ? 'Tagging' : 'Write';
}

/** Actions that the app knows by name; where it does not know what one is asked on, on anything. */
export const knownActions: Catalogue = {
  actions: [
    ...catalogueActions,
    ...exampleActions('*', Infinity)
      .filter((name) => !withFormats.has(name))
      .map((name) => ({
        name,
        access: accessOf(name),
        resources: [
          /^(?:sts:(?:AssumeRole|TagSession|SetSourceIdentity)|iam:PassRole)/.test(name) ? role : '*',
        ],
        mayTakeNone: !/^(?:sts:|iam:PassRole)/.test(name),
      })),
  ],
  whole: new Set(),
};
