import type { JsonValue } from '#iam';
import { catalogueActions, type CatalogueAction } from '#iam/reference/catalogue.ts';
import { referenceLibrary, type ReferenceLibrary } from '#iam/reference/library.ts';
import { servicesAsked } from '#proof';
import { grade, missionDocuments } from '#scenario';
import { comparePair } from '#screens/compare/compare-pair.ts';
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

async function answer({ kind, ask, reference }: Asked): Promise<Questions[Kind]['answer']> {
  if (kind === 'grade') {
    const { scenario, attempt } = ask as Questions['grade']['ask'];
    return grade(scenario, attempt, await actionsFor(missionDocuments(scenario, attempt), reference));
  }
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
