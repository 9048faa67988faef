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
    return typeof value === 'number' ? numberText(value, language) : (value ?? place);
  });
}

/** English and Spanish choose alike below a million: one, or not. Only beyond it is the language asked. */
function pluralForm(message: PluralMessage, value: string | number | undefined, language: string): string {
  const count = Number(value ?? 0);
  if (count < 1_000_000) return count === 1 ? message.one : message.other;
  const rule = formatsOf(language).plural.select(count);
  return rule === 'many' ? (message.many ?? message.other) : message.other;
}

/** Whole numbers below a thousand are written alike everywhere, and making a format costs the first screen 50 ms. */
function numberText(value: number, language: string): string {
  const small = Number.isInteger(value) && Math.abs(value) < 1_000;
  return small ? String(value) : formatsOf(language).number.format(value);
}

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
}
const known = new Map<string, Formats>();

/** A language's formats, made once: making one costs more than a thousand uses. */
function formatsOf(language: string): Formats {
  let formats = known.get(language);
  if (formats === undefined) {
    formats = { number: new Intl.NumberFormat(language), plural: new Intl.PluralRules(language) };
    known.set(language, formats);
  }
  return formats;
}
