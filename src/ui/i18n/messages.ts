/** A message: a sentence with `{name}` places, or its plural forms, chosen by the value `count`. */
export type Message = string | PluralMessage;
interface PluralMessage {
  readonly one: string;
  readonly other: string;
  /** Spanish has a form for round millions; never needed with our counts, allowed by its rules. */
  readonly many?: string;
}
export type MessageValues = Readonly<Record<string, string | number>>;
export type Messages = Readonly<Record<string, Message>>;

/** The message with its places filled in. A place without a value stays visible, so that a test finds it. */
export function fill(message: Message, values: MessageValues, language: string): string {
  const sentence = typeof message === 'string' ? message : pluralForm(message, values['count'], language);
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? place);
  });
}

function pluralForm(message: PluralMessage, count: string | number | undefined, language: string): string {
  const rule = new Intl.PluralRules(language).select(Number(count ?? 0));
  return rule === 'one' ? message.one : rule === 'many' ? (message.many ?? message.other) : message.other;
}
