/** AWS's Service Authorization Reference and managed policies, as far as they are at hand. A door of the room `iam`. */
export { actionsMatching, isUsual } from './actions.ts';
export { arnFormatParts } from './arn-format.ts';
export { catalogueActions, type CatalogueAction } from './catalogue.ts';
export { globalConditionKeys, keyTypes } from './condition-keys.ts';
export type { PackedIndex } from './index-file.ts';
export { referenceLibrary, type LoadReference, type ReferenceLibrary } from './library.ts';
export { decodeManagedPolicy, type ManagedPolicy } from './managed-policy.ts';
export {
  decodeService,
  type AccessLevel,
  type PackedAction,
  type PackedService,
  type ServiceReference,
} from './service.ts';
