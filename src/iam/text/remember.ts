/**
 * A function of a text that remembers its answers, which must not depend on anything else. When it has `most` of them it
 * forgets them all, so that no stream of texts fills memory.
 */
export function remembering<Answer>(make: (text: string) => Answer, most: number): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
