import type { ScenarioTexts } from '#scenario';
import { medalsOf } from './medals.ts';
import { requestWords } from './request-words.ts';
import type { Outcome, Session } from './session.svelte.ts';
import { counterexamples } from './shown-requests.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a Check came to, in one sentence to be read aloud. */
export function announce(outcome: Outcome, session: Session, texts: ScenarioTexts, say: Say): string {
  if (outcome.kind === 'predictFirst') return say('mission.say.predictFirst', { count: outcome.missing });
  if (outcome.kind === 'broken') return say('mission.say.broken');
  if (outcome.kind === 'invalid') return say('mission.say.invalid');
  const { verdict } = outcome;
  if (verdict.solved) {
    const won = medalsOf(session.scenario)
      .filter((medal) => verdict.medals.includes(medal))
      .map((medal) => say(`app.medal.${medal}`));
    return say('mission.solved', { medals: won.join(', ') });
  }
  if (session.step === 'predict') {
    const right = verdict.predictions.filter(({ correct }) => correct).length;
    return say('mission.say.predicted', { right, total: verdict.predictions.length });
  }
  const [first] = counterexamples(verdict.failures);
  if (first === undefined) return say('mission.say.notYet');
  return say('mission.say.counterexample', {
    decision: say(`trace.decision.${verdict.failures[0]?.decision ?? 'cannotEvaluate'}`),
    count: verdict.failureCount,
    sentence: requestWords(first, texts, session.scenario.world, say).replaceAll('`', ''),
  });
}
