import type { Answer, Answered, Asked, Given, Kind } from './prover-messages.ts';

/** An answer of the prover. `restarted`: its worker died or took too long, and the question was asked again. */
export interface Proved<Found> {
  readonly answer: Found;
  readonly restarted: boolean;
}
export type Ask = <One extends Kind>(kind: One, given: Given<One>) => Promise<Proved<Answer<One>>>;

/** What is used of a `Worker`. */
export interface Helper {
  readonly postMessage: (message: Asked) => void;
  readonly terminate: () => void;
  onmessage: ((event: MessageEvent<Answered>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Milliseconds: longer than any proof inside its step budget on a slow telephone. */
const defaultTimeoutMs = 10_000;

/**
 * Asks a worker, one question after the other. A worker that dies, or gives no answer in `timeoutMs` milliseconds, is ended
 * and replaced, and the question asked once more; a second failure rejects, as does a question that broke in the worker.
 */
export function proverOver(start: () => Helper, reference: string, timeoutMs = defaultTimeoutMs): Ask {
  let worker: Helper | undefined;
  let count = 0;
  let last: Promise<unknown> = Promise.resolve();

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }
  function once(kind: Kind, given: Given<Kind>): Promise<Answered> {
    const id = (count += 1);
    const asked = (worker ??= start());
    return new Promise<Answered>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
      asked.onmessage = ({ data }) => {
        if (data.id !== id) return;
        clearTimeout(timer);
        resolve(data);
      };
      asked.onerror = (event) => {
        clearTimeout(timer);
        reject(new Error(event.message));
      };
      asked.postMessage({ id, kind, given, reference });
    });
  }
  async function twice(kind: Kind, given: Given<Kind>) {
    let answered: Answered;
    let restarted = false;
    try {
      answered = await once(kind, given);
    } catch {
      end();
      restarted = true;
      answered = await once(kind, given).catch((error: unknown) => {
        end();
        throw error;
      });
    }
    if ('problem' in answered) throw new Error(answered.problem);
    return { answer: answered.answer, restarted };
  }
  return <One extends Kind>(kind: One, given: Given<One>) => {
    // The worker answers each kind of question with that kind's answer.
    const asked = last.then(() => twice(kind, given)) as Promise<Proved<Answer<One>>>;
    last = asked.catch(() => undefined);
    return asked;
  };
}
