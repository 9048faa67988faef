import {
  isJsonObject,
  parsePolicy,
  withOrigin,
  type JsonValue,
  type PolicyOrigin,
  type PolicyType,
} from '#iam';

/** Texts come again with every call; each is read once. Bounded, since a sandbox may live long. */
const maxDocuments = 4096;
const read = new Map<string, JsonValue>();

/** The document of a policy text; a text that IAM would refuse stands as it is, and its gate cannot be evaluated. */
export function documentOf(text: string, type: PolicyType): JsonValue {
  const key = `${type} ${text}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const document = parsePolicy(text, type).document ?? text;
  if (read.size >= maxDocuments) read.clear();
  read.set(key, document);
  return document;
}

/** The document with the name it has in the account; what is no document stays as it is. */
export function named(document: JsonValue, origin: PolicyOrigin): JsonValue {
  return isJsonObject(document) ? withOrigin(document, origin) : document;
}
