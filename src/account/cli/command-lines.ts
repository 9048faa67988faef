import { openQuote } from './words.ts';

/** Lines of a text, those that go on in the next put together. */
export function commandLines(text: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const whole = open + line;
    const comment = open === '' && line.trim().startsWith('#');
    if (!comment && whole.endsWith('\\')) open = whole.slice(0, -1);
    else if (!comment && openQuote(whole) !== undefined) open = `${whole}\n`;
    else {
      lines.push(whole);
      open = '';
    }
  }
  return open === '' ? lines : [...lines, open.trimEnd()];
}

/** Whether the last line of a text goes on in the next: it ends with `\\` or inside quotes. */
export function isOpenLine(text: string): boolean {
  const last = commandLines(`${text}\n`).at(-1) ?? '';
  return text.endsWith('\\') || openQuote(last) !== undefined;
}
