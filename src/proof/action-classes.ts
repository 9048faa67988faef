import type { CompiledStatement } from '#iam/evaluation/statement.ts';
import { matchesAction, type ActionPattern } from '#iam/pattern/action.ts';
import { remembering } from '#iam/request/remember.ts';
import { isUsual } from '#iam/reference/actions.ts';
import { lowerCase } from '#iam/request/context.ts';
import type { CatalogueAction } from './domain.ts';
import { allows, type SidedStatement } from './sides.ts';

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
 * who needs no Allow, and those of which both
 * sides say the same, word for word.
 */
export function actionClasses(
  actions: readonly CatalogueAction[],
  left: readonly SidedStatement[],
  right: readonly SidedStatement[],
  sameShape: boolean,
  rootAsks: boolean,
): readonly ActionClass[] {
  const statements = [...left, ...right];
  const ofLeft = new Set(left);
  const classes: Growing[] = [];
  for (const [service, rows] of servicesOf(actions)) {
    const touching = statements.filter((one) => speaksOf(one, service));
    if (!rootAsks && !touching.some(allows)) continue;
    const covers = touching.map(({ statement }) => coverage(statement, rows));
    const varying = covers.filter((one) => one.includes(true) && one.includes(false));
    // Of these services the engine knows single actions by name.
    const byName = service === 'sts' || service === 'kms';
    const found = new Map<string, Map<string | undefined, Growing>>();
    for (const [place, { action, lower, gravity, formats }] of rows.entries()) {
      let signature = byName ? lower : '';
      for (const one of varying) signature += one[place] === true ? '1' : '0';
      let alike = found.get(signature);
      if (alike === undefined) found.set(signature, (alike = new Map<string | undefined, Growing>()));
      for (const format of formats) {
        const known = alike.get(format);
        if (known === undefined) {
          const covering = touching.filter((_, index) => covers[index]?.[place] === true);
          alike.set(format, { action, gravity, members: [action], format, statements: covering });
        } else {
          known.members.push(action);
          if (gravity >= known.gravity) continue;
          known.action = action;
          known.gravity = gravity;
        }
      }
    }
    for (const alike of found.values())
      for (const one of alike.values()) {
        if (sameShape && saysTheSame(one.statements, ofLeft)) continue;
        if (rootAsks || one.statements.some(allows)) classes.push(one);
      }
  }
  return classes.sort(
    (one, other) =>
      one.gravity - other.gravity || placeholders(one.format ?? '') - placeholders(other.format ?? ''),
  );
}

/** How much of an ARN format is left open: an object of a bucket reads better than one behind an access point. */
const placeholders = remembering((format: string): number => format.split('${').length, 4_096);

function saysTheSame(covering: readonly SidedStatement[], ofLeft: ReadonlySet<SidedStatement>): boolean {
  const texts = (ofThisSide: boolean): ReadonlySet<string> =>
    new Set(covering.filter((one) => ofLeft.has(one) === ofThisSide).map(({ text }) => text));
  const [one, other] = [texts(true), texts(false)];
  return one.size === other.size && [...one].every((text) => other.has(text));
}

/** Whether some action of the service may be covered. */
function speaksOf({ statement }: SidedStatement, service: string): boolean {
  return (
    statement.actionElement === 'NotAction' || statement.actionSources.some((source) => isOf(source, service))
  );
}

function isOf(source: string, service: string): boolean {
  return source === '*' || (source.charAt(service.length) === ':' && lowerCase(source).startsWith(service));
}
