import { words, yardstick } from './yardstick.ts';

/** As the yardstick, with the full trace read: every statement of every gate, every element explained. */
const told = yardstick();
/** Counted and returned upon, so that no engine may skip the looking. */
let looked = 0;
export const name = 'own-trace';
export const note = 'evaluate, and every statement of every gate looked at';
export const { prepare } = told;
export const decide = (request: Parameters<typeof told.evaluate>[0]): string => {
  const { decision, gates } = told.evaluate(request);
  for (const { statements } of gates) looked += statements.length;
  return looked < 0 ? '' : words[decision];
};
