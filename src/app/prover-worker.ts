import { referenceLibrary } from '#iam/reference';
import { textsAt } from '#ui/texts-at.ts';
import type { Answer, Answered, Asked, Kind } from './prover-messages.ts';
import { proverQuestions, proverReference, type ProverReference } from './prover-questions.ts';

/** Proofs are made here, beside the page, which never waits for one and may end this worker at any moment. */
let known: ProverReference | undefined;

function answer({ kind, given, reference }: Asked): Promise<Answer<Kind>> {
  // The page asks a kind only with what is given to that kind (`Asked`), which the union cannot say.
  const questions = proverQuestions as Readonly<
    Record<Kind, (asked: typeof given, reference: ProverReference) => Promise<Answer<Kind>>>
  >;
  return questions[kind](given, (known ??= proverReference(referenceLibrary(textsAt(reference)))));
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id } = data;
  answer(data).then(
    (found) => postMessage({ id, answer: found } satisfies Answered),
    (error: unknown) => postMessage({ id, problem: String(error) } satisfies Answered),
  );
});
