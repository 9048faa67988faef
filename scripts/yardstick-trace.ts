import { yardstick } from './yardstick.ts';

/** As the yardstick, with the full trace of every request, every statement and element told. */
const told = yardstick();
export const name = 'own-trace';
export const note = 'evaluate: the full trace';
export const { prepare } = told;
export const decide = (request: Parameters<typeof told.evaluate>[0]): string => {
  const { decision } = told.evaluate(request);
  return decision === 'allowed'
    ? 'Allowed'
    : decision === 'explicitDeny'
      ? 'ExplicitlyDenied'
      : 'ImplicitlyDenied';
};
