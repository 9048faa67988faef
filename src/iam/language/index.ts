/** What helps somebody who writes a policy: suggestions, cards, the form and its changes of the text. A door of the room `iam`. */
export { completionsAt, type Completion } from './completion.ts';
export {
  addOperator,
  addPrincipalKind,
  addStatement,
  elementNames,
  formOf,
  removeKey,
  removeMember,
  removeStatement,
  repeatStatement,
  setElement,
  setSid,
  swapStatements,
  withoutItem,
  type FormElement,
  type ListForm,
  type PolicyForm,
  type StatementForm,
} from './form.ts';
export { hoverAt, type Card } from './hover.ts';
export { policiesIn, type Found, type FoundPolicy } from './import.ts';
export { languageReference } from './language-reference.ts';
export { signatureAt, type Signature } from './signature.ts';
export { principalKinds } from './words.ts';
export { addItem, addMember, renameMember, setValue } from '../policy/edit.ts';
