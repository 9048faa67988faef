/** Tags as all services handle them: condition keys that follow from them, and what is wrong with a list of them. */
export { requestTagKeys, tagKeys } from './iam/kinds.ts';
export { withTags } from './iam/tags.ts';
