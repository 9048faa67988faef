import { lowerCase, matchesAction, remembering, type ActionPattern, type CompiledStatement } from '#iam';
import { isUsual } from '#iam/reference';
import type { CatalogueAction } from './domain.ts';
import { allows, type PreparedSide, type SidedStatement } from './sides.ts';

/** Actions that the same statements cover and that are asked on resources of the same form. */
export interface ActionClass {
  /** The gravest of them. */
  readonly action: CatalogueAction;
  readonly members: readonly CatalogueAction[];
  /** An ARN format; undefined: asked on no resource (`*`). */
  readonly format: string | undefined;
  readonly statements: readonly SidedStatement[];
}

interface Growing extends ActionClass {
  action: CatalogueAction;
  gravity: number;
  readonly members: CatalogueAction[];
}

const gravity = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

/** Smaller is graver: a permission change before a write, a write before a read. */
function gravityOf({ access }: CatalogueAction): number {
  const place = gravity.indexOf(access);
  return place < 0 ? gravity.length : place;
}

/** An action with what is asked of it for every comparison. */
interface Row {
  readonly action: CatalogueAction;
  readonly lower: string;
  /** Smaller is the better example: the graver, and of two such the one that people know. */
  readonly gravity: number;
  /** Undefined: no resource. */
  readonly formats: readonly (string | undefined)[];
}
/** By prefix. */
type Services = ReadonlyMap<string, readonly Row[]>;
const grouped = new WeakMap<readonly CatalogueAction[], Services>();

/** The actions of a catalogue by their services. */
export function servicesOf(actions: readonly CatalogueAction[]): Services {
  const known = grouped.get(actions);
  if (known !== undefined) return known;
  const services = new Map<string, Row[]>();
  for (const action of actions) {
    const lower = lowerCase(action.name);
    const service = lower.slice(0, lower.indexOf(':'));
    const none = action.mayTakeNone || action.resources.length === 0;
    const row: Row = {
      action,
      lower,
      gravity: 2 * gravityOf(action) + (isUsual(lower) ? 0 : 1),
      formats: none ? [...action.resources, undefined] : action.resources,
    };
    const list = services.get(service);
    if (list === undefined) services.set(service, [row]);
    else list.push(row);
  }
  grouped.set(actions, services);
  return services;
}

/** The actions of a service by the statements of one side that cover them. */
interface Grouping {
  /** The group of each action. */
  readonly groups: readonly number[];
  /** What covers the actions of each group. */
  readonly covering: readonly (readonly SidedStatement[])[];
}
const groupings = new WeakMap<PreparedSide, WeakMap<readonly Row[], Grouping>>();

/** The same at every comparison of the side. */
function groupingOf(side: PreparedSide, service: string, rows: readonly Row[]): Grouping {
  const ofSide = groupings.get(side) ?? new WeakMap<readonly Row[], Grouping>();
  groupings.set(side, ofSide);
  const known = ofSide.get(rows);
  if (known !== undefined) return known;
  const touching = side.statements.filter(({ services }) => services?.has(service) !== false);
  const covers = touching.map(({ statement }) => coverage(statement, rows));
  const places = new Map<string, number>();
  const covering: (readonly SidedStatement[])[] = [];
  const groups = rows.map((_, place) => {
    let signature = '';
    for (const one of covers) signature += one[place] === true ? '1' : '0';
    const group = places.get(signature);
    if (group !== undefined) return group;
    places.set(signature, covering.length);
    return covering.push(touching.filter((_, index) => covers[index]?.[place] === true)) - 1;
  });
  const grouping = { groups, covering };
  ofSide.set(rows, grouping);
  return grouping;
}

const covered = new WeakMap<readonly Row[], WeakMap<readonly ActionPattern[], readonly boolean[]>>();

/** Which of a service's actions a statement covers: the same at every Check that keeps the statement. */
function coverage({ actions, actionElement }: CompiledStatement, rows: readonly Row[]): readonly boolean[] {
  const ofService = covered.get(rows) ?? new WeakMap<readonly ActionPattern[], readonly boolean[]>();
  covered.set(rows, ofService);
  const known = ofService.get(actions);
  if (known !== undefined) return known;
  const listed = actionElement === 'Action';
  const found = rows.map(({ lower }) => actions.some((one) => matchesAction(one, lower)) === listed);
  ofService.set(actions, found);
  return found;
}

/**
 * The classes of a catalogue, the gravest first. Left out are actions that no statement allows, unless a root user asks,
 * who needs no Allow, and those that no statement covers in which the sides differ.
 */
export function actionClasses(
  actions: readonly CatalogueAction[],
  [left, right]: readonly [PreparedSide, PreparedSide],
  differing: ReadonlySet<SidedStatement> | undefined,
  rootAsks: boolean,
): readonly ActionClass[] {
  const classes: Growing[] = [];
  const asked = differing && servicesNamed(differing);
  for (const [service, rows] of servicesOf(actions)) {
    if (asked?.has(service) === false) continue;
    const one = groupingOf(left, service, rows);
    const other = groupingOf(right, service, rows);
    // Of these services the engine knows single actions by name.
    const byName = service === 'sts' || service === 'kms';
    const blocks: (Block | undefined)[] = [];
    for (const [place, row] of rows.entries()) {
      const [first = 0, second = 0] = [one.groups[place], other.groups[place]];
      const number = byName ? place : first * other.covering.length + second;
      let block = blocks[number];
      if (block === undefined) {
        const statements = [...(one.covering[first] ?? []), ...(other.covering[second] ?? [])];
        const counts =
          (rootAsks || statements.some(allows)) &&
          (differing === undefined || statements.some((statement) => differing.has(statement)));
        block = { statements, counts, byFormat: new Map() };
        blocks[number] = block;
      }
      if (block.counts) addTo(block, row, classes);
    }
  }
  return classes.sort(
    (one, other) =>
      one.gravity - other.gravity || placeholders(one.format ?? '') - placeholders(other.format ?? ''),
  );
}

/** The actions that the same statements of both sides cover. */
interface Block {
  readonly statements: readonly SidedStatement[];
  readonly counts: boolean;
  readonly byFormat: Map<string | undefined, Growing>;
}

function addTo({ statements, byFormat }: Block, { action, gravity, formats }: Row, classes: Growing[]): void {
  for (const format of formats) {
    const known = byFormat.get(format);
    if (known === undefined) {
      const made = { action, gravity, members: [action], format, statements };
      byFormat.set(format, made);
      classes.push(made);
    } else {
      known.members.push(action);
      if (gravity >= known.gravity) continue;
      known.action = action;
      known.gravity = gravity;
    }
  }
}

/** How much of an ARN format is left open: an object of a bucket reads better than one behind an access point. */
const placeholders = remembering((format: string): number => format.split('${').length, 4_096);

/** The services of which some statement may cover an action; undefined: any. */
function servicesNamed(statements: ReadonlySet<SidedStatement>): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const { services } of statements) {
    if (services === undefined) return undefined;
    for (const service of services) found.add(service);
  }
  return found;
}
