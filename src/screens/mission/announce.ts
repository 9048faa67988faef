import type { ScenarioTexts, Verdict } from '#scenario';
import { requestWords } from '#panels/mission/request-words.ts';
import type { Outcome, Session } from './session.svelte.ts';
import { counterexamples } from '#panels/mission/shown-requests.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a Check came to, in one sentence to be read aloud. */
export function announce(outcome: Outcome, session: Session, texts: ScenarioTexts, say: Say): string {
  if (outcome.kind === 'none') return '';
  if (outcome.kind === 'predictFirst') return say('mission.say.predictFirst', { count: outcome.missing });
  if (outcome.kind === 'broken') return say('mission.say.broken');
  if (outcome.kind === 'invalid') return say('mission.say.invalid');
  const { verdict, restarted } = outcome;
  const said = verdictSentence(verdict, session, texts, say);
  return restarted ? `${say('mission.say.restarted')} ${said}` : said;
}

function verdictSentence(verdict: Verdict, session: Session, texts: ScenarioTexts, say: Say): string {
  if (verdict.solved) {
    const won = verdict.medals.map((medal) => say(`app.medal.${medal}`));
    return say('mission.solved', { medals: won.join(', ') });
  }
  if (session.step === 'predict') {
    const right = verdict.predictions.filter(({ correct }) => correct).length;
    return say('mission.say.predicted', { right, total: verdict.predictions.length });
  }
  const [first] = counterexamples(verdict.failures);
  const [open] = verdict.undecided;
  if (first === undefined && open !== undefined)
    return say(`mission.undecided.${open.construct}`, { name: open.name }).replaceAll('`', '');
  if (first === undefined) return say('mission.say.notYet');
  return say('mission.say.counterexample', {
    decision: say(`trace.decision.${verdict.failures[0]?.decision ?? 'cannotEvaluate'}`),
    count: verdict.failures.length,
    sentence: requestWords(first, texts, session.scenario.world, say).replaceAll('`', ''),
  });
}
