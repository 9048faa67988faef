import { isoTime, type Opened } from '#account';

/** One thing that an assertion or a token says: what a person calls it, how it is called inside, and its value. */
export interface Row {
  /** Under this name the words are: `issuer`; absent where only the technical name is there. */
  readonly word?: RowWord;
  readonly name: string;
  readonly value: string;
}
type RowWord = 'issuer' | 'subject' | 'audience' | 'roles' | 'issued' | 'expires';

/** What the parts are called in an assertion and in a token. */
const names: Readonly<Record<Opened['kind'], Readonly<Record<RowWord, string>>>> = {
  assertion: {
    issuer: 'Issuer',
    subject: 'NameID',
    audience: 'Audience',
    roles: 'Role',
    issued: 'IssueInstant',
    expires: 'NotOnOrAfter',
  },
  token: { issuer: 'iss', subject: 'sub', audience: 'aud', roles: '', issued: 'iat', expires: 'exp' },
};

/** What is in an assertion or a token, in the order of reading: who says it, of whom, for whom, what, how long. */
export function rowsOf(opened: Opened): readonly Row[] {
  const time = (at: number | undefined): string => (at === undefined ? '' : isoTime(at, 'Z'));
  const facts: readonly (readonly [RowWord, string])[] = [
    ['issuer', opened.issuer],
    ['subject', opened.subject],
    ['audience', opened.audience],
    ['roles', opened.roles.join('\n')],
    ['issued', time(opened.issued)],
    ['expires', time(opened.expires)],
  ];
  return [
    ...facts.flatMap(([word, value]) =>
      value === '' ? [] : [{ word, name: names[opened.kind][word], value }],
    ),
    ...opened.more.map(([name, value]) => ({ name, value })),
  ];
}

/** Names of the rows that say something else than the text did as it was issued. */
export function changedNames(rows: readonly Row[], before: readonly Row[]): ReadonlySet<string> {
  const was = new Map(before.map(({ name, value }) => [name, value]));
  return new Set(rows.filter(({ name, value }) => was.get(name) !== value).map(({ name }) => name));
}
