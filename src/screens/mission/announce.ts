import type { Say } from '#panels/mission/step/step-panel.ts';
import type { ScenarioTexts } from '#scenario';
import type { Outcome, Session } from './session.svelte.ts';

/** What a Check came to, in one sentence to be read aloud. */
export function announce(outcome: Outcome, session: Session, texts: ScenarioTexts, say: Say): string {
  const { work, current } = session;
  if (outcome.kind === 'none' || work === undefined) return '';
  if (outcome.kind === 'missing') return work.missingWords?.(say) ?? '';
  if (outcome.kind === 'broken') return say('mission.say.broken');
  const { verdict, restarted } = outcome;
  const result = verdict.steps[current];
  const won = verdict.medals.map((medal) => say(`app.medal.${medal}`));
  const said = verdict.solved
    ? say('mission.solved', { medals: won.join(', ') })
    : result === undefined
      ? say('mission.say.notYet')
      : work.sayResult(result, texts, say);
  return restarted ? `${say('mission.say.restarted')} ${said}` : said;
}
