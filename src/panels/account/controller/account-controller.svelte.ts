import {
  commandLines,
  knownIn,
  newTerminal,
  newWorld,
  perform,
  runLine,
  saveWorld,
  seenAfter,
  sessionOf,
  signIn,
  unseenFrom,
  withLag,
  withReplica,
  worldOf,
  type CallRecord,
  type Lag,
  type Performed,
  type SaveProblem,
  type ServiceName,
  type SignInAttempt,
  type SignInStep,
  type Signature,
  type State,
  type Terminal,
  type World,
} from '#account';
import type { JsonObject } from '#iam';
import { entryOf, type Entry } from '../terminal/entry.ts';
import type { Environment } from './environment.ts';
import { account, freshAccount } from './fresh-account.ts';
import { printActingAs, readActingAs } from './acting-as.ts';
import { printAccount, readAccount, type Beside, type SavedAccount } from '../kept/saved-account.ts';

const root = `arn:aws:iam::${account}:root`;
const noPolicies: World['catalogue'] = new Map();
/** What the terminal remembers: more lines would neither be read nor found by the arrow keys. */
const maxHistory = 500;
const maxEntries = 400;

/** A learner’s simulated account: the world, the terminal on it, its time, and who they act as. */
export class AccountController {
  readonly #environment: Environment;
  /** How many records the account began with: they are nobody’s to take back. */
  readonly given: number;
  #world: World = $state.raw(newWorld([], 0, noPolicies));
  #terminal: Terminal = $state.raw(newTerminal());
  #entries: readonly Entry[] = $state.raw([]);
  #history: readonly string[] = $state.raw([]);
  #region = $state('us-east-1');
  #actingAs: Signature = $state.raw({ by: 'scenario', principal: root });
  #offset = $state(0);
  #question = $state('');
  #next = 1;
  #earlier: SavedAccount | undefined = $state.raw();
  #unreadable: string | undefined = $state.raw();

  constructor(environment: Environment) {
    this.#environment = environment;
    const { sandbox, unreadable } = environment.kept.open();
    this.#unreadable = unreadable;
    this.#world = { ...this.#world, catalogue: environment.catalogue ?? noPolicies };
    const fresh = this.#fresh();
    this.given = fresh.world.log.length;
    if (sandbox === undefined) this.#set(fresh);
    else this.#put(sandbox);
  }

  #fresh(): SavedAccount {
    return (this.#environment.beginning ?? freshAccount(this.#environment.seed))(this.#environment.now());
  }
  get world(): World {
    return this.#world;
  }
  readonly account = account;
  get entries(): readonly Entry[] {
    return this.#entries;
  }
  /** The terminal as the next line finds it: who is on the stage, and in which region. */
  readonly terminal: Terminal = $derived({
    ...this.#terminal,
    region: this.#region,
    signature: this.#actingAs,
  });
  get history(): readonly string[] {
    return this.#history;
  }
  get trail(): readonly CallRecord[] {
    return this.#world.log;
  }
  /** The sandbox’s time: the device’s, and what the learner has put on top. It never lies before the last call. */
  get now(): number {
    return this.#environment.now() + this.#offset;
  }
  readonly advance = (by: number): void => {
    this.#offset += by;
    this.#keep();
  };

  get region(): string {
    return this.#region;
  }
  readonly goTo = (region: string): void => {
    this.#region = region;
    this.#keep();
  };
  /** Who signs the calls of the console, and those of the terminal where no credentials are configured. */
  get actingAs(): Signature {
    return this.#actingAs;
  }
  readonly actAs = (signature: Signature): void => {
    this.#actingAs = signature;
    this.#keep();
  };

  /** Tries to sign in to the console; who gets in signs its calls from then on. */
  readonly signIn = (attempt: SignInAttempt): SignInStep => {
    const { world, step } = signIn(this.#world, { ...attempt, region: this.#region }, { now: this.now });
    this.#world = world;
    if (step.next === 'console') this.#actingAs = { by: 'console', session: step.session };
    this.#keep();
    return step;
  };
  readonly signOut = (): void => this.actAs({ by: 'scenario', principal: root });
  /** ARN of whoever signed in to the console; undefined while nobody did. */
  readonly signedIn: string | undefined = $derived(
    this.#actingAs.by === 'console'
      ? sessionOf(this.#world.state, this.#actingAs.session)?.session.principal
      : undefined,
  );

  readonly #arrived: number = $derived(
    knownIn(withReplica(this.#world, this.#region, this.now), this.#region),
  );
  /** What the region knows by now: another state when a call arrives, not with each second. */
  readonly seen: State = $derived(seenAfter(this.#world, this.#region, this.#arrived));
  readonly lagOf = (region: string): Lag => this.#world.lags[region] ?? this.#world.lags['*'] ?? 0;
  readonly setLag = (region: string, lag: Lag): void =>
    this.#take(withLag(this.#world, region, lag, this.now));
  readonly unseen = (region: string): readonly CallRecord[] => unseenFrom(this.#world, region, this.now);

  /** AWS’s managed policies have come. */
  readonly know = (catalogue: World['catalogue']): void => {
    this.#world = { ...this.#world, catalogue };
  };

  /** Runs a line of the terminal, or the lines of a text that was pasted, one after the other. */
  readonly run = (text: string): void => {
    for (const line of commandLines(text)) {
      // Shells let comments and empty lines pass; an empty answer is an answer.
      const idle = this.question === undefined && /^\s*(?:#|$)/.test(line);
      if (line.trim() === 'clear') this.clear();
      else if (!idle) this.#runLine(line.replace(/^\s*\$\s+/, ''));
    }
    this.#keep();
  };

  #runLine(line: string): void {
    const { question } = this.terminal;
    const ran = runLine(this.terminal, line, this.#world, { now: this.now });
    const realKey = ran.realKey === true;
    const asks = ran.terminal.question !== undefined && !realKey;
    const entry = entryOf(ran, line, {
      id: this.#next++,
      prompt: question && this.#question,
      secret: this.secret,
    });
    this.#entries = [...this.#entries, entry].slice(-maxEntries);
    if (question === undefined && !realKey && line.trim() !== '' && this.#history.at(-1) !== line)
      this.#history = [...this.#history, line].slice(-maxHistory);
    if (asks) this.#question = (ran.output.split('\n').at(-1) ?? '').trim();
    this.#terminal = ran.terminal;
    this.#world = ran.world;
  }

  /** What the terminal asks at the moment: the next line is the answer. */
  get question(): string | undefined {
    return this.#terminal.question && this.#question;
  }
  /** Whether the answer is one that nobody should read over a shoulder. */
  get secret(): boolean {
    const { question } = this.#terminal;
    return question?.about === 'configure' && question.answers.length === 1;
  }

  readonly clear = (): void => {
    this.#entries = [];
  };
  /** Ends a question that the terminal has asked, as Ctrl+C does. */
  readonly interrupt = (): void => {
    const { question, ...rest } = this.#terminal;
    if (question !== undefined) this.#terminal = rest;
  };

  /** A call of the console, as whoever is signed in. */
  readonly call = (service: ServiceName, operation: string, input: JsonObject): Performed =>
    this.callAs(this.#actingAs, service, operation, input);
  /** A call of the console as somebody else: the root user who prepares something, or nobody. */
  readonly callAs = (
    signature: Signature,
    service: ServiceName,
    operation: string,
    input: JsonObject,
  ): Performed => {
    const request = { service, operation, input, signature, region: this.#region, face: 'console' } as const;
    const done = perform(this.#world, request, { now: this.now });
    this.#take(done.world);
    return done;
  };

  get mayUndo(): boolean {
    return this.#world.log.length > this.given;
  }
  /** The world before its last call. */
  readonly undo = (): void => {
    const log = this.#world.log.slice(0, -1);
    if (this.mayUndo)
      this.#take(worldOf({ ...this.#world, log }, this.#world.catalogue, this.#beside().known));
  };

  get mayBringBack(): boolean {
    return this.#earlier !== undefined;
  }
  /** Begins a new account; the one before can be brought back until the page is left. */
  readonly startOver = (): void => {
    const { world, beside } = this.#fresh();
    this.#replace({ world, beside: { ...beside, history: this.#history } });
  };
  /** Ends the account's log after so many records, and goes on from there; what was can be brought back as well. */
  readonly goOnFrom = (count: number): void => {
    const log = this.#world.log.slice(0, Math.max(this.given, count));
    this.#replace({ world: { ...this.#world, log }, beside: this.#beside() });
  };
  readonly bringBack = (): void => {
    if (this.#earlier !== undefined) this.#put(this.#earlier);
  };

  /** The sandbox as a file. */
  readonly file = (): string => printAccount(this.#world, this.#beside());
  /** Puts the sandbox of a file in the place of this one; a text that is none changes nothing. */
  readonly open = (text: string): SaveProblem | undefined => {
    const read = readAccount(text);
    if ('problem' in read) return read;
    this.#replace(read);
    return undefined;
  };

  /** A text of an earlier visit that could not be read. */
  get unreadable(): string | undefined {
    return this.#unreadable;
  }
  readonly letGo = (): void => {
    this.#environment.kept.letGo();
    this.#unreadable = undefined;
  };

  #beside(): Beside {
    const { profiles, env, files, assumed } = this.#terminal;
    const known = Object.entries(this.#world.replicas).map(([id, { applied }]) => [id, applied] as const);
    return {
      offset: this.#offset,
      region: this.#region,
      who: printActingAs(this.#actingAs),
      known: Object.fromEntries(known),
      ...{ profiles, env, files, assumed },
      history: this.#history,
    };
  }
  #replace(saved: SavedAccount): void {
    const earlier = { world: this.#world, beside: this.#beside() };
    this.#put(saved);
    this.#earlier = earlier;
  }
  #put(saved: SavedAccount): void {
    this.#set(saved);
    this.#keep();
  }
  #set({ world, beside }: SavedAccount): void {
    const { profiles = {}, env = {}, files = {}, assumed = {}, history = [] } = beside;
    const keepsCalls = this.#environment.keepsCalls === true;
    this.#world = worldOf({ ...world, keepsCalls }, this.#world.catalogue, beside.known);
    this.#terminal = { ...newTerminal(), profiles, env, files, assumed };
    this.#entries = [];
    this.#history = history;
    this.#region = beside.region ?? 'us-east-1';
    this.#actingAs = readActingAs(beside.who ?? root);
    const last = world.log.at(-1)?.at ?? 0;
    this.#offset = Math.max(beside.offset ?? 0, last - this.#environment.now());
    this.#earlier = undefined;
  }
  #take(world: World): void {
    if (world === this.#world) return;
    this.#world = world;
    this.#keep();
  }
  #keep(): void {
    this.#environment.kept.save(saveWorld(this.#world), this.#beside());
  }
}
