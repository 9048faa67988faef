import type { Issue } from './issue.ts';
import { pointerPart, policyLimits, type JsonLimits } from './node.ts';
import type { JsonMember, JsonNode } from './json.ts';
import { lineIndex, textIssues } from './text-issues.ts';

/** What could be read of a JSON text: the tree, complete where `issues` is empty. */
export interface ParsedJson {
  readonly node?: JsonNode;
  readonly issues: readonly Issue[];
}

const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads a JSON text with the place of every node. Total: whatever is wrong is an issue with line and column, and the
 * rest is still read where that is possible. Duplicate keys are kept in the tree and reported with both lines.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parseJson(text: string, limits: JsonLimits = policyLimits): ParsedJson {
  if (text.length > limits.maxLength) {
    const values = { length: text.length, limit: limits.maxLength };
    const range = lineIndex('').range(0, 0);
    return { issues: [{ code: 'TEXT_TOO_LONG', severity: 'error', path: '', range, values }] };
  }
  const lines = lineIndex(text);
  const issues: Issue[] = [];
  let at = 0;
  let tooDeep = false;
  const report = (
    code: string,
    path: string,
    start: number,
    end: number,
    values: Issue['values'] = {},
  ): void => {
    if (issues.length < limits.maxIssues)
      issues.push({ code, severity: 'error', path, range: lines.range(start, Math.max(end, start)), values });
  };
  issues.push(...textIssues(text, lines));

  function skip(): void {
    while (at < text.length && ' \t\n\r\uFEFF'.includes(text.charAt(at))) at += 1;
  }

  function word(): string {
    const start = at;
    // The empty character at the end of the text is among these too.
    while (!' \t\n\r,:{}[]"'.includes(text.charAt(at))) at += 1;
    return text.slice(start, at);
  }

  function string(path: string): string {
    const start = at;
    let value = '';
    at += 1;
    while (at < text.length) {
      const character = text.charAt(at);
      if (character === '"') {
        at += 1;
        return value;
      }
      if (character === '\n') break;
      if (character === '\\') {
        const escape = readEscape(text, at);
        if (escape === undefined) report('BAD_ESCAPE', path, at, at + 2, { escape: text.slice(at, at + 2) });
        value += escape?.value ?? '';
        at += escape?.length ?? 2;
      } else {
        if (character < ' ') report('CONTROL_CHARACTER_IN_STRING', path, at, at + 1);
        value += character;
        at += 1;
      }
    }
    report('STRING_NOT_CLOSED', path, start, at);
    return value;
  }

  function leaf(path: string, start: number): JsonNode | undefined {
    const token = word();
    const range = lines.range(start, at);
    if (token === 'true' || token === 'false') return { kind: 'leaf', path, range, value: token === 'true' };
    if (token === 'null') return { kind: 'leaf', path, range, value: null };
    if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token) && Number.isFinite(Number(token)))
      return { kind: 'leaf', path, range, value: Number(token) };
    report(token.startsWith("'") ? 'SINGLE_QUOTES' : 'VALUE_EXPECTED', path, start, at, {
      found: token,
    });
    return undefined;
  }

  function value(path: string, depth: number): JsonNode | undefined {
    skip();
    const start = at;
    const character = text.charAt(at);
    if ((character === '{' || character === '[') && depth > limits.maxDepth) {
      report('TOO_DEEP', path, start, start + 1, { limit: limits.maxDepth });
      at = text.length;
      tooDeep = true;
      return undefined;
    }
    if (character === '{') return object(path, depth);
    if (character === '[') return array(path, depth);
    if (character === '"') {
      const read = string(path);
      return { kind: 'leaf', path, range: lines.range(start, at), value: read };
    }
    // At the end of the text the character is empty, and so among these.
    if (',:}]'.includes(character)) {
      report('VALUE_EXPECTED', path, start, start + 1, { found: character || 'the end' });
      return undefined;
    }
    return leaf(path, start);
  }

  /** After an element: true when another one follows. */
  function another(close: string, path: string): boolean {
    skip();
    const character = text.charAt(at);
    if (character === ',') {
      const comma = at;
      at += 1;
      skip();
      if (text.charAt(at) !== close) return true;
      report('TRAILING_COMMA', path, comma, comma + 1);
    }
    if (text.charAt(at) === close) {
      at += 1;
      return false;
    }
    // At the end of the text the character is empty, and so among these.
    if ('}]'.includes(text.charAt(at))) {
      if (!tooDeep) report('NOT_CLOSED', path, at, Math.min(at + 1, text.length), { close });
      return false;
    }
    const previous = text.slice(0, at).trimEnd().length;
    report('COMMA_EXPECTED', path, previous, at + 1);
    if (text.charAt(at) === ':') at += 1;
    return true;
  }

  function array(path: string, depth: number): JsonNode {
    const start = at;
    const items: JsonNode[] = [];
    at += 1;
    skip();
    if (text.charAt(at) === ']') at += 1;
    else {
      do {
        const item = value(`${path}/${items.length}`, depth + 1);
        if (item !== undefined) items.push(item);
      } while (another(']', path));
    }
    return { kind: 'array', path, range: lines.range(start, at), items };
  }

  function member(path: string, depth: number, members: JsonMember[], keyLines: Map<string, number>): void {
    skip();
    const start = at;
    if (text.charAt(at) !== '"') {
      const found = word();
      report(found.startsWith("'") ? 'SINGLE_QUOTES' : 'KEY_EXPECTED', path, start, Math.max(at, start + 1), {
        found: found || text.charAt(start) || 'the end',
      });
      if (found === '' && text.charAt(at) !== ':') {
        at += 1;
        return;
      }
    }
    const key = text.charAt(start) === '"' ? string(path) : '';
    const keyRange = lines.range(start, at);
    const place = `${path}/${pointerPart(key)}`;
    if (forbiddenKeys.includes(key)) report('FORBIDDEN_KEY', place, start, at, { key });
    const line = keyLines.get(key);
    if (line !== undefined && key !== '') report('DUPLICATE_KEY', place, start, at, { key, line });
    skip();
    if (text.charAt(at) === ':') at += 1;
    else report('COLON_EXPECTED', place, at, at + 1, { key });
    const read = value(place, depth + 1);
    if (read === undefined) return;
    members.push({ key, keyRange, value: read });
    keyLines.set(key, line ?? keyRange.startLine);
  }

  function object(path: string, depth: number): JsonNode {
    const start = at;
    const members: JsonMember[] = [];
    const keyLines = new Map<string, number>();
    at += 1;
    skip();
    if (text.charAt(at) === '}') at += 1;
    else {
      do member(path, depth, members, keyLines);
      while (another('}', path));
    }
    return { kind: 'object', path, range: lines.range(start, at), members };
  }

  skip();
  if (at >= text.length) {
    report('EMPTY_TEXT', '', 0, 0);
    return { issues };
  }
  const node = value('', 1);
  skip();
  if (at < text.length) report('TEXT_AFTER_END', '', at, text.length);
  return node === undefined ? { issues } : { node, issues };
}

function readEscape(
  text: string,
  at: number,
): { readonly value: string; readonly length: number } | undefined {
  const plain: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
  const letter = text.charAt(at + 1);
  if ('"\\/'.includes(letter) && letter !== '') return { value: letter, length: 2 };
  const simple = plain[letter];
  if (simple !== undefined) return { value: simple, length: 2 };
  const digits = text.slice(at + 2, at + 6);
  if (letter !== 'u' || !/[0-9a-fA-F]{4}/.test(digits)) return undefined;
  return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
}
