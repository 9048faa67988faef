import { fingerprint } from './ids.ts';
import { put, type Change } from './state.ts';

/** The password with which the root user of a simulated account begins. */
export const startPassword = 'Puerto-root-1';

/** A new account with nothing in it but its root user. */
export function accountStart(
  id: string,
  {
    name,
    email,
    at,
    rootPassword,
  }: { readonly name: string; readonly email: string; readonly at: number; readonly rootPassword?: string },
): readonly Change[] {
  return [
    put(id, 'settings', 'account', {
      name,
      email,
      created: at,
      ...(rootPassword !== undefined && { rootPassword: fingerprint(rootPassword) }),
    }),
  ];
}
