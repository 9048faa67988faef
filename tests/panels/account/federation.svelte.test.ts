import { describe, expect, test } from 'vitest';
import { accountOf, issued, opened, perform, signerOf, type FederatedSignIn, type World } from '#account';
import { FederationWorkspace } from '#panels/account/console/federation/federation-workspace.svelte.ts';
import { changedNames, rowsOf } from '#panels/account/console/federation/rows.ts';
import type { View } from '#panels/account/console/parts/view.ts';
import { account, freshWorld } from '../../account/fresh-world.ts';

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
        const done = perform(this.world, request, { now: this.now });
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
function opening(): { readonly page: Console; readonly controller: FederationWorkspace } {
  const page = new Console();
  return { page, controller: new FederationWorkspace(() => page.view) };
}

describe('the console’s federation', () => {
  test('prepares provider and roles as the root user, and asks for the session unsigned', () => {
    const { page, controller } = opening();
    controller.fill({ person: 'carla' });
    expect(controller.steps.map(({ operation }) => operation)).toEqual([
      'CreateSAMLProvider',
      'CreateRole',
      'CreateRole',
    ]);
    controller.prepare();
    expect(controller.steps).toEqual([]);
    controller.signIn();
    controller.assume();
    expect(controller.answer?.error).toBeUndefined();
    expect(page.calls.at(0)).toBe('scenario CreateSAMLProvider');
    expect(page.calls.at(-1)).toBe('nobody AssumeRoleWithSAML');
  });

  test('asks for a role that is meant for the visitor, unless another is chosen', () => {
    const { controller } = opening();
    controller.prepare();
    expect(controller.role).toBe('Developer');
    controller.fill({ person: 'diego' });
    controller.prepare();
    expect(controller.role).toBe('Auditor');
    controller.choose('Developer');
    controller.signIn();
    controller.assume();
    expect(controller.answer?.error?.code).toBe('AccessDenied');
  });

  test('changes go together, and end with another visitor', () => {
    const { controller } = opening();
    controller.prepare();
    controller.signIn();
    controller.toggle('subject');
    controller.toggle('audience');
    controller.toggle('subject');
    expect(controller.changes).toEqual(['audience']);
    expect(controller.opened).toMatchObject({
      subject: 'ana',
      audience: 'https://mallory.example/saml',
      signed: false,
    });
    controller.sign(true);
    expect(controller.opened?.signed).toBe(true);
    controller.assume();
    expect(controller.answer?.error?.message).toBe('Response does not contain the required audience.');
    controller.fill({ at: 'login' });
    expect([controller.opened, controller.changes, controller.anew, controller.answer]).toEqual([
      undefined,
      [],
      false,
      undefined,
    ]);
    expect(controller.tamperings).not.toContain('roles');
  });

  test('waits until the text has expired', () => {
    const { controller } = opening();
    controller.prepare();
    controller.signIn();
    expect(controller.left).toBe(300);
    controller.wait();
    expect(controller.left).toBe(0);
    controller.assume();
    expect(controller.answer?.error?.code).toBe('ExpiredTokenException');
  });

  test('says what AWS answers when the preparation is refused', () => {
    const { page, controller } = opening();
    controller.fill({ at: 'login', audience: 'a"b' });
    expect(controller.ready).toBe(false);
    controller.fill({ audience: 'app-77' });
    const before = page.view;
    const stale = new FederationWorkspace(() => before);
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
