import type { Signature } from '#account';

const root = 'arn:aws:iam::111122223333:root';

/** Who signs the console's calls, as one text: an ARN, or the id of a console session. */
export function printActingAs(signature: Signature): string {
  if (signature.by === 'console') return signature.session;
  return signature.by === 'scenario' ? signature.principal : root;
}

/** The same, read back. A session that has ended refuses its calls by itself. */
export function readActingAs(text: string): Signature {
  return text.startsWith('arn:') ? { by: 'scenario', principal: text } : { by: 'console', session: text };
}
