import { authorizer, type AccessRequest, type Decision, type JsonValue } from '#iam';
import type { CatalogueAction } from './domain.ts';
import { packQuestion, questionAbout, unpackQuestion } from './explain-question.ts';
import { isRoleCall } from './role-calls.ts';
import { openResource, policySetOf, type ComparableType } from './pair-questions.ts';
import { conditionsOf, statementsOf, valuesOf } from './statements.ts';

/** What an example shows of one side: the decision, and the packed question that explains it; none where a link would be too long. */
interface ExampleSide {
  readonly decision: Decision;
  readonly question: string | undefined;
}

/** A request that one policy allows and the other does not, ready to be shown. */
export interface PairExample {
  readonly request: AccessRequest;
  readonly context: readonly { readonly key: string; readonly value: string }[];
  /** Condition keys that the policies ask for and the request does not carry. */
  readonly without: readonly string[];
  /** True: no such action is known; its name stands for those that a pattern covers. */
  readonly standIn: boolean;
  readonly before: ExampleSide;
  readonly after: ExampleSide;
}

export interface PolicyPair {
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly type: ComparableType;
}

/** The examples of one direction; where an action of a service shows the difference, none stands in for others like it. */
export function examplesOf(
  requests: readonly AccessRequest[],
  documents: PolicyPair,
  known: readonly CatalogueAction[],
): readonly PairExample[] {
  const all = requests.map((request) => exampleOf(request, documents, known));
  const group = ({ request: { action, context } }: PairExample): string =>
    JSON.stringify([action.split(':', 1)[0]?.toLowerCase(), context]);
  const shown = new Set(all.filter(({ standIn }) => !standIn).map(group));
  return all.filter((example) => !example.standIn || !shown.has(group(example)));
}

/** Makes an example of a request: what it carries, what it lacks, and each side's decision with its explanation. */
function exampleOf(
  request: AccessRequest,
  documents: PolicyPair,
  known: readonly CatalogueAction[],
): PairExample {
  const context = Object.entries(request.context ?? {});
  const carried = new Set(context.map(([key]) => key.toLowerCase()));
  return {
    request,
    context: context.map(([key, value]) => ({
      key,
      value: typeof value === 'string' ? value : value.join(', '),
    })),
    without: askedKeys([documents.before, documents.after]).filter((key) => !carried.has(key.toLowerCase())),
    standIn: ![...known.map(({ name }) => name), ...namedIn([documents.before, documents.after])].some(
      (name) => name.toLowerCase() === request.action.toLowerCase(),
    ),
    ...sidesOf(request, documents),
  };
}

/** Actions and patterns as the documents write them. */
function namedIn(documents: readonly JsonValue[]): readonly string[] {
  return documents
    .flatMap(statementsOf)
    .flatMap(({ Action, NotAction }) => [...valuesOf(Action), ...valuesOf(NotAction)]);
}

/** Keys that follow from who calls and what is called are in every request. */
const implied =
  /^aws:(?:principalarn|principalaccount|principaltype|principalisawsservice|username|resourceaccount|currenttime|epochtime|securetransport|viaawsservice|requestedregion)$/i;

function askedKeys(documents: readonly JsonValue[]): readonly string[] {
  const keys = documents
    .flatMap(statementsOf)
    .flatMap(conditionsOf)
    .map(({ key }) => key);
  const byName = new Map(keys.map((key) => [key.toLowerCase(), key]));
  return [...byName.values()].filter((key) => !implied.test(key));
}

function sidesOf(
  request: AccessRequest,
  { before, after, type }: PolicyPair,
): Pick<PairExample, 'before' | 'after'> {
  const open = openResource({ situations: [request] }, isRoleCall(request.action, request.resource));
  const decide = (document: JsonValue, resource?: JsonValue) =>
    authorizer(policySetOf(document, type, resource)).decide(request);
  // The resource's own policy is shown only where the answer hangs on it: of roles, keys and other accounts' resources.
  const needed = [before, after].some((document) => decide(document) !== decide(document, open));
  const resource = needed ? open : undefined;
  const side = (document: JsonValue): ExampleSide => {
    const packed = packQuestion(questionAbout(request, policySetOf(document, type, resource)));
    return {
      decision: decide(document, resource),
      question: unpackQuestion(packed) === undefined ? undefined : packed,
    };
  };
  return { before: side(before), after: side(after) };
}
