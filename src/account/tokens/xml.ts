/** One element of a document: its attributes, and what is between its tags. */
export interface Element {
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
  /** The element with its tags, as it stands. */
  readonly whole: string;
}

const entities: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
];

/** Text as it may stand in a document. */
export function escaped(text: string): string {
  return entities.toReversed().reduce((so, [entity, character]) => so.replaceAll(character, entity), text);
}

export function unescaped(text: string): string {
  return entities.reduce((so, [entity, character]) => so.replaceAll(entity, character), text);
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  );
}

/** The elements of a name, in their order; enough of XML for documents in which none holds one of its own name. */
export function elements(xml: string, name: string): readonly Element[] {
  const found: Element[] = [];
  let at = xml.indexOf(`<${name}`);
  while (at >= 0) {
    const open = xml.indexOf('>', at);
    const after = xml.charAt(at + name.length + 1);
    if (open < 0) break;
    if (!' >/\t\r\n'.includes(after)) at = xml.indexOf(`<${name}`, open);
    else {
      const tag = xml.slice(at, open + 1);
      const close = tag.endsWith('/>') ? open + 1 : xml.indexOf(`</${name}>`, open);
      if (close < 0) break;
      const end = tag.endsWith('/>') ? close : close + name.length + 3;
      found.push({
        attributes: attributesOf(tag),
        inner: xml.slice(open + 1, close),
        whole: xml.slice(at, end),
      });
      at = xml.indexOf(`<${name}`, end);
    }
  }
  return found;
}

/** What the first element of a name says; undefined where there is none. */
export function textOf(xml: string, name: string): string | undefined {
  const first = elements(xml, name)[0];
  return first === undefined ? undefined : unescaped(first.inner.trim());
}
