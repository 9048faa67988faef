/** A block of restricted Markdown: what scenario prose may hold. Inline marks stay in the text (text-parts.ts). */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly entries: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };

/** Splits prose at its blank lines, list marks and fences. Total: what is none of these is a paragraph. */
export function proseBlocks(prose: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let lines: string[] = [];
  let fence: string[] | undefined;
  function close(): void {
    if (lines.length > 0) blocks.push(block(lines));
    lines = [];
  }
  for (const line of prose.split(/\r?\n/)) {
    if (line.startsWith('```')) {
      if (fence === undefined) {
        close();
        fence = [];
      } else {
        blocks.push({ kind: 'code', text: fence.join('\n') });
        fence = undefined;
      }
    } else if (fence !== undefined) fence.push(line);
    else if (line.trim() === '') close();
    else lines.push(line);
  }
  if (fence !== undefined) blocks.push({ kind: 'code', text: fence.join('\n') });
  close();
  return blocks;
}

function block(lines: readonly string[]): ProseBlock {
  const mark = /^\s*(?:[-*]|\d+\.)\s+/;
  const [first = ''] = lines;
  if (!mark.test(first)) return { kind: 'paragraph', text: lines.join(' ') };
  const entries: string[] = [];
  for (const line of lines) {
    if (mark.test(line)) entries.push(line.replace(mark, ''));
    else entries.push(`${entries.pop() ?? ''} ${line.trim()}`);
  }
  return { kind: 'list', ordered: /^\s*\d/.test(first), entries };
}
