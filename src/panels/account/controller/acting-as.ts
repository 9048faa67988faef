import type { Signature } from '#account';

const root = 'arn:aws:iam::111122223333:root';

/** Whose hands the console is in, as one text: an ARN, or the id of a console session. */
export function printActingAs(who: Signature): string {
  if (who.by === 'console') return who.session;
  return who.by === 'scenario' ? who.principal : root;
}

/** The same, read back. A session that has ended refuses its calls by itself. */
export function readActingAs(text: string): Signature {
  return text.startsWith('arn:') ? { by: 'scenario', principal: text } : { by: 'console', session: text };
}
