/** A stretch of text that looks like a real AWS credential. */
export interface DetectedKey {
  readonly kind: 'accessKeyId' | 'secretAccessKey' | 'sessionToken';
  readonly start: number;
  readonly end: number;
}

const accessKeyId = /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g;
const secret = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const sessionToken = /(?<![A-Za-z0-9/+=])(?:IQoJ|FwoG)[A-Za-z0-9/+=]{96,}/g;

/** Bits per character of a text: real secrets lie above 4.2, words and hex below. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function isSecret(text: string, nearKey: boolean): boolean {
  if (!nearKey || text.includes('EXAMPLE') || /^[0-9a-fA-F]+$/.test(text)) return false;
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && entropy(text) >= 4.2;
}

/**
 * AWS credentials in a text: access key ids, session tokens, and secrets that stand in a text with an access key id or
 * the word secret. AWS's documented EXAMPLE keys and unique ids (`AIDA…`, `AROA…`) are none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function detectAwsKeys(text: string): readonly DetectedKey[] {
  const found = (
    kind: DetectedKey['kind'],
    pattern: RegExp,
    wanted: (match: string) => boolean,
  ): DetectedKey[] =>
    [...text.matchAll(pattern)]
      .filter(([match]) => wanted(match))
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
  const ids = found('accessKeyId', accessKeyId, (match) => !match.includes('EXAMPLE'));
  const nearKey = ids.length > 0 || /secret/i.test(text);
  return [
    ...ids,
    ...found('secretAccessKey', secret, (match) => isSecret(match, nearKey)),
    ...found('sessionToken', sessionToken, (match) => !match.includes('EXAMPLE')),
  ].sort((left, right) => left.start - right.start);
}

/** The text with every detected credential replaced; the same text where there is none. */
export function redactAwsKeys(text: string, replacement: string): string {
  let redacted = '';
  let from = 0;
  for (const { start, end } of detectAwsKeys(text)) {
    if (start < from) continue;
    redacted += text.slice(from, start) + replacement;
    from = end;
  }
  return redacted + text.slice(from);
}
