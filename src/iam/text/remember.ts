/**
 * A function of a text that remembers its answers, which must not depend on anything else. When it has `maxAnswers` of them it
 * forgets them all, so that no stream of texts fills memory.
 */
export function remembering<Answer>(
  make: (text: string) => Answer,
  maxAnswers: number,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const found = answers.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (answers.size >= maxAnswers) answers.clear();
    answers.set(text, made);
    return made;
  };
}
