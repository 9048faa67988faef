import { parsePolicy, type JsonValue } from '#iam';
import type { Finding } from '#iam/lint';
import { catalogueActions, type CatalogueAction, type ReferenceLibrary } from '#iam/reference';
import { libraryAt } from '#panels/library-files.ts';
import { servicesAsked, statementFindings } from '#proof';
import { grade, missionDocuments } from '#scenario';
import { comparePair } from '#screens/compare/compare-pair.ts';
import type { Answered, Asked, Kind, Questions } from './prover-messages.ts';

/** Proofs are made here, beside the page, which never waits for one and may end this worker at any moment. */
let library: ReferenceLibrary | undefined;
const lists = new Map<string, readonly CatalogueAction[]>();

/** The actions on which documents can differ; the same list for the same services. None where more services are asked than `most`. */
async function actionsFor(
  documents: readonly JsonValue[],
  folder: string,
  most = Infinity,
): Promise<readonly CatalogueAction[]> {
  const known = (library ??= libraryAt(folder));
  const { value, problem } = await known.index();
  if (value === undefined) throw new Error(`index: ${problem}`);
  const services = servicesAsked(
    documents,
    value.services.map(({ prefix }) => prefix),
  );
  if (services.length > most) return [];
  const key = services.join();
  const listed = lists.get(key);
  if (listed !== undefined) return listed;
  const read = await Promise.all(services.map((prefix) => known.service(prefix)));
  const list = read.flatMap((one, place) => {
    if (one.value === undefined) throw new Error(`${services[place]}: ${one.problem}`);
    return catalogueActions(one.value);
  });
  lists.set(key, list);
  return list;
}

/** So many services are loaded for a policy that somebody is writing; one that names more is proved by no editor. */
const mostServices = 40;

async function statements(
  { text, type }: Questions['statements']['ask'],
  folder: string,
): Promise<readonly Finding[]> {
  const { document } = parsePolicy(text, type);
  if (document === undefined) return [];
  const actions = await actionsFor([document], folder, mostServices);
  return actions.length === 0 ? [] : statementFindings(text, type, () => actions);
}

async function answer({ kind, ask, reference }: Asked): Promise<Questions[Kind]['answer']> {
  if (kind === 'grade') {
    const { scenario, attempt } = ask as Questions['grade']['ask'];
    return grade(scenario, attempt, await actionsFor(missionDocuments(scenario, attempt), reference));
  }
  if (kind === 'statements') return statements(ask as Questions['statements']['ask'], reference);
  const pair = ask as Questions['compare']['ask'];
  return comparePair(pair, await actionsFor([pair.before, pair.after], reference));
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id } = data;
  answer(data).then(
    (found) => postMessage({ id, answer: found } satisfies Answered),
    (error: unknown) => postMessage({ id, problem: String(error) } satisfies Answered),
  );
});
