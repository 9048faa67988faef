import type { JsonValue, PolicySet } from '#iam';
import { catalogueActions, type CatalogueAction } from '#iam/reference/catalogue.ts';
import { referenceLibrary, type ReferenceLibrary } from '#iam/reference/library.ts';
import { compareAccess, servicesAsked } from '#proof';
import { grade, missionDocuments } from '#scenario';
import type { Answered, Asked, Kind, Questions } from './prover-messages.ts';

/** Proofs are made here, beside the page, which never waits for one and may end this worker at any moment. */
const libraries = new Map<string, ReferenceLibrary>();
const lists = new Map<string, readonly CatalogueAction[]>();

function libraryAt(folder: string): ReferenceLibrary {
  const known =
    libraries.get(folder) ??
    referenceLibrary(async (file) => {
      const response = await fetch(folder + file);
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return response.text();
    });
  libraries.set(folder, known);
  return known;
}

/** The actions on which documents can differ; the same list for the same services. */
async function actionsFor(
  documents: readonly JsonValue[],
  folder: string,
): Promise<readonly CatalogueAction[]> {
  const library = libraryAt(folder);
  const { value, problem } = await library.index();
  if (value === undefined) throw new Error(`index: ${problem}`);
  const services = servicesAsked(
    documents,
    value.services.map(({ prefix }) => prefix),
  );
  const key = services.join();
  const known = lists.get(key);
  if (known !== undefined) return known;
  const read = await Promise.all(services.map((prefix) => library.service(prefix)));
  const list = read.flatMap((one, place) => {
    if (one.value === undefined) throw new Error(`${services[place]}: ${one.problem}`);
    return catalogueActions(one.value);
  });
  lists.set(key, list);
  return list;
}

function documentsOf({ identity, session, scps, rcps, boundary, resource, vpcEndpoint }: PolicySet) {
  const layers = [identity, session, scps?.flat(), rcps?.flat(), [boundary, resource, vpcEndpoint]];
  return layers
    .flatMap((layer): readonly (JsonValue | undefined)[] => layer ?? [])
    .filter((one) => one !== undefined);
}

async function answer({ kind, ask, reference }: Asked): Promise<Questions[Kind]['answer']> {
  if (kind === 'grade') {
    const { scenario, attempt } = ask as Questions['grade']['ask'];
    return grade(scenario, attempt, await actionsFor(missionDocuments(scenario, attempt), reference));
  }
  const { left, right, domain } = ask as Questions['compare']['ask'];
  const actions = await actionsFor([...documentsOf(left), ...documentsOf(right)], reference);
  return compareAccess(left, right, { ...domain, actions, wholeServices: true });
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id } = data;
  answer(data).then(
    (found) => postMessage({ id, answer: found } satisfies Answered),
    (error: unknown) => postMessage({ id, problem: String(error) } satisfies Answered),
  );
});
