import type { ResultOf, StepOf, World } from '#scenario';
import { plainWords } from '../policy/request-words.ts';
import type { Praise, Say } from '../step/step-panel.ts';

/** What a right policy is told: over what it was proved, and why a medal is missing. */
export function praiseOf(
  { medals, slack, size, actions }: ResultOf<'write' | 'fix'>,
  { par }: StepOf<'write' | 'fix'>,
  world: World,
  say: Say,
): Pick<Praise, 'remark' | 'proved'> {
  const proved = say(medals.includes('tight') ? 'mission.provedSolved' : 'mission.provedWorks', {
    count: actions,
  });
  if (!medals.includes('tight') && slack !== undefined)
    return { proved, remark: say('mission.missing.tight', { request: plainWords(slack, world, say) }) };
  if (!medals.includes('par') && size !== undefined && par !== undefined)
    return {
      proved,
      remark: say('mission.missing.par', {
        ...par,
        yours: size.statements,
        yourCharacters: size.characters,
      }),
    };
  return { proved };
}
