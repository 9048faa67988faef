/** A message split at its marks: `code` in backticks, **strong** in double stars. Never HTML. */
export interface TextPart {
  readonly kind: 'plain' | 'code' | 'strong';
  readonly text: string;
}

export function textParts(message: string): readonly TextPart[] {
  return message
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .map((piece): TextPart => {
      if (piece.startsWith('`') && piece.length > 2) return { kind: 'code', text: piece.slice(1, -1) };
      if (piece.startsWith('**') && piece.length > 4) return { kind: 'strong', text: piece.slice(2, -2) };
      return { kind: 'plain', text: piece };
    });
}
