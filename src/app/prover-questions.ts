import type { AwsPolicy } from '#account';
import { type JsonValue, parsePolicy, type PolicyType } from '#iam';
import type { Finding } from '#iam/lint';
import { catalogueActions, type ReferenceLibrary } from '#iam/reference';
import {
  comparePair,
  servicesAsked,
  statementFindings,
  type CatalogueAction,
  type PairAnswer,
  type PolicyPair,
} from '#proof';
import { grade, missionDocuments, needsManaged, type Attempt, type Scenario, type Verdict } from '#scenario';

/** The actions on which documents can differ. None where more services are asked for than `maxServices`. */
type ActionsFor = (
  documents: readonly JsonValue[],
  maxServices?: number,
) => Promise<readonly CatalogueAction[]>;

/** What of AWS's reference data the questions need. */
export interface ProverReference {
  readonly actionsFor: ActionsFor;
  /** AWS managed policies by ARN: where an account's calls are made again, some are attached. */
  readonly managed: () => Promise<ReadonlyMap<string, AwsPolicy>>;
}

/** A policy that somebody is writing is proved over so many services; one that names more is proved by no editor. */
const maxServicesWhileWriting = 40;

/**
 * What may be asked of the prover: each question with what it is given, and how it is answered in the worker. Questions and
 * answers are plain data. A new question is one more entry here.
 */
export const proverQuestions = {
  async grade(
    { scenario, attempt }: { readonly scenario: Scenario; readonly attempt: Attempt },
    { actionsFor, managed }: ProverReference,
  ): Promise<Verdict> {
    return grade(scenario, attempt, {
      actions: await actionsFor(missionDocuments(scenario, attempt)),
      managed: needsManaged(scenario) ? await managed() : new Map(),
    });
  },

  /** Which statements of a policy change nothing. */
  async statements(
    { text, type }: { readonly text: string; readonly type: PolicyType },
    { actionsFor }: ProverReference,
  ): Promise<readonly Finding[]> {
    const { document } = parsePolicy(text, type);
    if (document === undefined) return [];
    const actions = await actionsFor([document], maxServicesWhileWriting);
    return actions.length === 0 ? [] : statementFindings(text, type, () => actions);
  },

  async compare(pair: PolicyPair, { actionsFor }: ProverReference): Promise<PairAnswer> {
    return comparePair(pair, await actionsFor([pair.before, pair.after]));
  },
};

/** Both out of AWS's reference, each part loaded once. */
export function proverReference(library: ReferenceLibrary): ProverReference {
  let managed: Promise<ReadonlyMap<string, AwsPolicy>> | undefined;
  return { actionsFor: actionsOf(library), managed: () => (managed ??= managedOf(library)) };
}

async function managedOf(library: ReferenceLibrary): Promise<ReadonlyMap<string, AwsPolicy>> {
  const { value: index } = await library.index();
  const read = await Promise.all((index?.managedPolicies ?? []).map(({ arn }) => library.managedPolicy(arn)));
  return new Map(read.flatMap(({ value }) => (value === undefined ? [] : [[value.arn, value] as const])));
}

/** The actions; the same list for the same services. */
function actionsOf(library: ReferenceLibrary): ActionsFor {
  const lists = new Map<string, readonly CatalogueAction[]>();
  return async (documents, maxServices = Infinity) => {
    const { value, problem } = await library.index();
    if (value === undefined) throw new Error(`index: ${problem}`);
    const services = servicesAsked(
      documents,
      value.services.map(({ prefix }) => prefix),
    );
    if (services.length > maxServices) return [];
    const key = services.join();
    const listed = lists.get(key);
    if (listed !== undefined) return listed;
    const read = await Promise.all(services.map((prefix) => library.service(prefix)));
    const list = read.flatMap((one, place) => {
      if (one.value === undefined) throw new Error(`${services[place]}: ${one.problem}`);
      return catalogueActions(one.value);
    });
    lists.set(key, list);
    return list;
  };
}
