import { coversAction } from '#iam/evaluation/statement.ts';
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
  readonly members: CatalogueAction[];
}

const gravity = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

/** Smaller is graver: a permission change before a write, a write before a read. */
function gravityOf({ access }: CatalogueAction): number {
  const place = gravity.indexOf(access);
  return place < 0 ? gravity.length : place;
}

type Services = ReadonlyMap<string, readonly CatalogueAction[]>;
const grouped = new WeakMap<readonly CatalogueAction[], Services>();

/** The actions of a catalogue by their services. */
export function servicesOf(actions: readonly CatalogueAction[]): Services {
  const known = grouped.get(actions);
  if (known !== undefined) return known;
  const services = new Map<string, CatalogueAction[]>();
  for (const action of actions) {
    const service = lowerCase(action.name.slice(0, action.name.indexOf(':')));
    const list = services.get(service);
    if (list === undefined) services.set(service, [action]);
    else list.push(action);
  }
  grouped.set(actions, services);
  return services;
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
  const classes: ActionClass[] = [];
  for (const [service, members] of servicesOf(actions)) {
    const touching = statements.filter((one) => speaksOf(one, service));
    if (!rootAsks && !touching.some(allows)) continue;
    const varying = touching.filter((one) => tellsApart(one, service));
    const found = new Map<string, Growing>();
    for (const action of members) {
      const lower = lowerCase(action.name);
      // Of these services the engine knows single actions by name.
      let signature = service === 'sts' || service === 'kms' ? lower : '';
      for (const { statement } of varying) signature += coversAction(statement, lower) ? '1' : '0';
      const formats: (string | undefined)[] = [...action.resources];
      if (action.mayTakeNone || formats.length === 0) formats.push(undefined);
      for (const format of formats) {
        const key = `${signature} ${format ?? ''}`;
        const known = found.get(key);
        if (known === undefined) {
          const covering = touching.filter(({ statement }) => coversAction(statement, lower));
          found.set(key, { action, members: [action], format, statements: covering });
        } else {
          known.members.push(action);
          if (gravityOf(action) < gravityOf(known.action)) known.action = action;
        }
      }
    }
    for (const one of found.values()) {
      if (sameShape && saysTheSame(one.statements, ofLeft)) continue;
      if (rootAsks || one.statements.some(allows)) classes.push(one);
    }
  }
  return classes.sort((left, right) => gravityOf(left.action) - gravityOf(right.action));
}

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

/** Whether the statement may cover some actions of the service and not others. */
function tellsApart({ statement }: SidedStatement, service: string): boolean {
  const own = statement.actionSources.filter((source) => isOf(source, service));
  return own.length > 0 && !own.some((source) => source === '*' || lowerCase(source) === `${service}:*`);
}

function isOf(source: string, service: string): boolean {
  return source === '*' || (source.charAt(service.length) === ':' && lowerCase(source).startsWith(service));
}
