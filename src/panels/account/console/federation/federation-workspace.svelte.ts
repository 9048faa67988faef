import {
  assertionTamperings,
  assumption,
  directory,
  issued,
  opened,
  rolesMeantFor,
  rolesTrusting,
  setupCalls,
  signerOf,
  tampered,
  tokenTamperings,
  type Callable,
  type Opened,
  type Performed,
  type Tampering,
  type FederatedSignIn,
} from '#account';
import type { View } from '../parts/view.ts';

/** What a learner has filled in, for all places where one signs in. */
interface Fields {
  readonly at: FederatedSignIn['at'];
  readonly person: string;
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly repository: string;
  readonly branch: string;
}

export const people: readonly string[] = Object.keys(directory);
export const logins: readonly (readonly [issuer: string, name: string])[] = [
  ['graph.facebook.com', 'Facebook'],
  ['accounts.google.com', 'Google'],
];

/** Words that the terminal’s line takes as they stand. */
const word = /^[\w.@:/-]{2,128}$/;
const repository = /^[\w.-]+\/[\w.-]+$/;

/** Someone signs in outside AWS, gets an assertion or a token, perhaps changes it, and asks AWS for a session with it. */
export class FederationWorkspace {
  readonly #view: () => View;
  fields: Fields = $state.raw({
    at: 'ad',
    person: 'ana',
    provider: 'PuertoAD',
    issuer: 'graph.facebook.com',
    subject: '10215',
    audience: 'app-77',
    repository: 'puerto/web',
    branch: 'main',
  });
  #got: string | undefined = $state.raw();
  changes: readonly Tampering[] = $state.raw([]);
  /** Whether the provider signs what was changed. */
  anew = $state(false);
  #role: string | undefined = $state();
  answer: Performed | undefined = $state.raw();
  setupError: string | undefined = $state();

  constructor(view: () => View) {
    this.#view = view;
  }

  readonly chosen: FederatedSignIn = $derived.by(() => {
    const { at, person, provider, issuer, subject, audience, repository: code, branch } = this.fields;
    if (at === 'ad') return { at, person, provider };
    return at === 'login' ? { at, issuer, subject, audience } : { at, repository: code, branch };
  });
  /** Whether all fields of the place hold what one can sign in with. */
  readonly ready: boolean = $derived.by(() => {
    const { chosen } = this;
    if (chosen.at === 'ad') return true;
    return chosen.at === 'login'
      ? word.test(chosen.subject) && word.test(chosen.audience)
      : repository.test(chosen.repository) && word.test(chosen.branch);
  });

  /** Another place, or another visitor: what the one before got is thrown away. */
  readonly fill = (part: Partial<Fields>): void => {
    this.fields = { ...this.fields, ...part };
    this.#got = undefined;
    this.#role = undefined;
    this.setupError = undefined;
    this.asIssued();
  };

  get account(): string {
    return this.#view().id;
  }
  get roles(): readonly string[] {
    return [...this.#view().account.roles.values()].map(({ name }) => name);
  }
  /** Roles whose trust policy names the provider. */
  readonly trusting: readonly string[] = $derived.by(() =>
    rolesTrusting(this.chosen, this.#view().account, this.account),
  );
  /** The role that is asked for: as chosen, or else one that is there for the visitor. */
  get role(): string {
    const meant = rolesMeantFor(this.chosen, this.account);
    const fitting = this.trusting.find((name) => meant.includes(name));
    return this.#role ?? fitting ?? this.trusting[0] ?? this.roles[0] ?? '';
  }
  readonly choose = (role: string): void => {
    this.#role = role;
    this.answer = undefined;
  };

  /** What is still to be made for the visitor; the provider’s metadata are dated when they are made. */
  readonly steps: readonly Callable[] = $derived.by(() =>
    setupCalls(this.chosen, this.#view().account, this.account, 0),
  );
  /** Makes it, as the root user; the first call that AWS refuses ends it. */
  readonly prepare = (): void => {
    const { id, acts, account, now } = this.#view();
    const root = { by: 'scenario', principal: `arn:aws:iam::${id}:root` } as const;
    this.setupError = undefined;
    for (const { service, operation, input } of setupCalls(this.chosen, account, id, now())) {
      const { error } = acts.callAs(root, service, operation, input);
      if (error === undefined) continue;
      this.setupError = sentence(operation, error);
      return;
    }
  };

  readonly signIn = (): void => {
    this.#got = issued(this.chosen, this.#view().now());
    this.asIssued();
  };
  readonly asIssued = (): void => {
    this.changes = [];
    this.anew = false;
    this.answer = undefined;
  };
  readonly tamperings: readonly Tampering[] = $derived(
    this.fields.at === 'ad' ? assertionTamperings : tokenTamperings,
  );
  readonly toggle = (how: Tampering): void => {
    const { changes } = this;
    this.changes = changes.includes(how) ? changes.filter((one) => one !== how) : [...changes, how];
    this.answer = undefined;
  };
  readonly sign = (anew: boolean): void => {
    this.anew = anew;
    this.answer = undefined;
  };

  /** What the provider issued, opened up; undefined before anybody has signed in. */
  readonly before: Opened | undefined = $derived(this.#read(this.#got));
  /** The text that goes to AWS. */
  readonly text: string | undefined = $derived(
    this.#got === undefined ? undefined : tampered(this.#got, this.changes, this.anew),
  );
  readonly opened: Opened | undefined = $derived(this.#read(this.text));

  #read(text: string | undefined): Opened | undefined {
    return text === undefined ? undefined : opened(text, signerOf(this.chosen));
  }

  /** Seconds that the text as issued is still good for; 0 when it has expired. */
  readonly left: number = $derived.by(() =>
    Math.max(0, Math.ceil(((this.before?.expires ?? 0) - this.#view().now()) / 1000)),
  );
  readonly wait = (): void => {
    this.#view().acts.advance(this.left * 1000);
    this.answer = undefined;
  };

  readonly call: Callable = $derived.by(() =>
    assumption(this.chosen, this.text ?? '', this.role, this.#view().account, this.account),
  );
  /** The call itself is not signed: nobody makes it, and the text says who. */
  readonly assume = (): void => {
    const { service, operation, input } = this.call;
    this.answer = this.#view().acts.callAs({ by: 'nobody' }, service, operation, input);
  };
}

/** A refusal as the AWS CLI prints it. */
export function sentence(operation: string, { code, message }: NonNullable<Performed['error']>): string {
  return `An error occurred (${code}) when calling the ${operation} operation: ${message}`;
}
