import { describe, expect, test } from 'vitest';
import { accountOf, issued, opened, perform, signerOf, type FederatedSignIn, type World } from '#account';
import { FederationDesk } from '#panels/console/federation/desk.svelte.ts';
import { changedNames, rowsOf } from '#panels/console/federation/rows.ts';
import type { View } from '#panels/console/view.ts';
import { account, freshWorld, seeded } from '../account/fresh-world.ts';

/** The console's section on a world that its calls change. */
class Console {
  world: World = $state.raw(freshWorld());
  now = $state(freshWorld().log[0]!.at);
  readonly calls: string[] = [];
  readonly view: View = $derived({
    state: this.world.state,
    account: accountOf(this.world.state, account),
    id: account,
    now: () => this.now,
    catalogue: this.world.catalogue,
    signedIn: undefined,
    oncommand: () => undefined,
    acts: {
      call: (service, operation, input) => this.view.acts.callAs({ by: 'nobody' }, service, operation, input),
      callAs: (signature, service, operation, input) => {
        const request = {
          service,
          operation,
          input,
          signature,
          region: 'us-east-1',
          face: 'console',
        } as const;
        const done = perform(this.world, request, { now: this.now, random: seeded(this.world.log.length) });
        this.world = done.world;
        this.calls.push(`${signature.by} ${operation}`);
        return done;
      },
      advance: (by) => void (this.now += by),
      signIn: () => ({ next: 'refused', message: '' }),
      signOut: () => undefined,
      explain: () => undefined,
    },
  });
}
function opening(): { readonly page: Console; readonly desk: FederationDesk } {
  const page = new Console();
  return { page, desk: new FederationDesk(() => page.view) };
}

describe('the console’s federation', () => {
  test('prepares provider and roles as the root user, and asks for the session unsigned', () => {
    const { page, desk } = opening();
    desk.fill({ person: 'carla' });
    expect(desk.steps.map(({ operation }) => operation)).toEqual([
      'CreateSAMLProvider',
      'CreateRole',
      'CreateRole',
    ]);
    desk.prepare();
    expect(desk.steps).toEqual([]);
    desk.signIn();
    desk.assume();
    expect(desk.answer?.error).toBeUndefined();
    expect(page.calls.at(0)).toBe('scenario CreateSAMLProvider');
    expect(page.calls.at(-1)).toBe('nobody AssumeRoleWithSAML');
  });

  test('asks for a role that is meant for the visitor, unless another is chosen', () => {
    const { desk } = opening();
    desk.prepare();
    expect(desk.role).toBe('Developer');
    desk.fill({ person: 'diego' });
    desk.prepare();
    expect(desk.role).toBe('Auditor');
    desk.choose('Developer');
    desk.signIn();
    desk.assume();
    expect(desk.answer?.error?.code).toBe('AccessDenied');
  });

  test('changes go together, and end with another visitor', () => {
    const { desk } = opening();
    desk.prepare();
    desk.signIn();
    desk.toggle('subject');
    desk.toggle('audience');
    desk.toggle('subject');
    expect(desk.changes).toEqual(['audience']);
    expect(desk.opened).toMatchObject({
      subject: 'ana',
      audience: 'https://mallory.example/saml',
      signed: false,
    });
    desk.sign(true);
    expect(desk.opened?.signed).toBe(true);
    desk.assume();
    expect(desk.answer?.error?.message).toBe('Response does not contain the required audience.');
    desk.fill({ at: 'login' });
    expect([desk.opened, desk.changes, desk.anew, desk.answer]).toEqual([undefined, [], false, undefined]);
    expect(desk.tamperings).not.toContain('roles');
  });

  test('waits until the text has expired', () => {
    const { desk } = opening();
    desk.prepare();
    desk.signIn();
    expect(desk.left).toBe(300);
    desk.wait();
    expect(desk.left).toBe(0);
    desk.assume();
    expect(desk.answer?.error?.code).toBe('ExpiredTokenException');
  });

  test('says what AWS answers when the preparation is refused', () => {
    const { page, desk } = opening();
    desk.fill({ at: 'login', audience: 'a"b' });
    expect(desk.ready).toBe(false);
    desk.fill({ audience: 'app-77' });
    const before = page.view;
    const stale = new FederationDesk(() => before);
    stale.fill({ at: 'login' });
    stale.prepare();
    stale.prepare();
    expect(stale.setupError).toMatch(
      /^An error occurred \(EntityAlreadyExists\) when calling the CreateRole/,
    );
  });
});

describe('the rows of what was issued', () => {
  const ana: FederatedSignIn = { at: 'ad', person: 'ana', provider: 'PuertoAD' };
  const build: FederatedSignIn = { at: 'ci', repository: 'puerto/web', branch: 'main' };
  const rows = (signIn: FederatedSignIn) =>
    rowsOf(opened(issued(signIn, 1_767_225_600_000)!, signerOf(signIn))!);

  test('have the technical names of their kind', () => {
    expect(rows(ana).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Issuer', 'NameID', 'Audience', 'Role', 'NotOnOrAfter', 'RoleSessionName']),
    );
    expect(rows(build).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['iss', 'sub', 'aud', 'iat', 'exp', 'job_workflow_ref']),
    );
    expect(rows(build)).toContainEqual({ word: 'expires', name: 'exp', value: '2026-01-01T00:05:00Z' });
  });

  test('those that differ are named', () => {
    const other = rows({ ...ana, provider: 'Other' });
    expect([...changedNames(other, rows(ana))]).toEqual(['Role']);
    expect(changedNames(other, other).size).toBe(0);
  });
});
