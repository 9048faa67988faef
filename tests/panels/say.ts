import { en } from '#ui/i18n/en/index.ts';
import { more } from '#ui/i18n/en/more.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';

const messages: Messages = { ...en, ...more };

/** The English words of a message; one that is not there is a fault of the test. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const message = messages[key];
  if (message === undefined) throw new Error(`no message ${key}`);
  return fill(message, values, 'en');
}
