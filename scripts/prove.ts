import { readFileSync } from 'node:fs';
import { catalogueActions, compareAccess, namedActions, valuesOf, type Domain, type Situation } from '#proof';
import { isJsonObject, type JsonObject, type JsonValue, type PolicySet } from '#iam';

/**
 * Answers questions of the form of `proof-queries.json`: does the left policy stay within the right? A question may also
 * carry `principal`, `context` facts, and further layers for both sides (`boundary`, `session`, `resource`, `scps`,
 * `rcps`, `vpcEndpoint`). One JSON line each; exit 2 where the file is none.
 */
const runs = 20;
const [file] = process.argv.slice(2);

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
if (file === undefined) fail('Say which file holds the questions: npm run prove -- FILE');

function read(path: string): JsonValue {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch (error) {
    return fail(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const content = read(file);
const queries = isJsonObject(content) ? content['queries'] : undefined;
if (!Array.isArray(queries)) fail(`${file}: no list under "queries"`);

function list(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function policySet(identity: JsonValue | undefined, layers: JsonObject): PolicySet {
  const given = Object.fromEntries(
    ['boundary', 'session', 'resource', 'scps', 'rcps', 'vpcEndpoint'].flatMap((layer) => {
      const value = layers[layer];
      return value === undefined ? [] : [[layer, value]];
    }),
  );
  return { ...given, identity: list(identity) };
}

// A pattern without an ARN (`*` and some text), which IAM would refuse, is read as one of the ARN's last field, in each
// service that the statement names.
function withArns(document: JsonValue): JsonValue {
  if (Array.isArray(document)) return (document as readonly JsonValue[]).map(withArns);
  if (!isJsonObject(document)) return document;
  if ('Statement' in document) return { ...document, Statement: withArns(document['Statement'] ?? null) };
  const services = [...new Set(valuesOf(document['Action']).map((action) => action.split(':', 1)[0] ?? ''))];
  const written = (value: string): readonly string[] =>
    /^\*./.test(value) ? services.map((service) => `arn:aws:${service}:*:*:${value}`) : [value];
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) =>
      /^(?:Not)?Resource$/.test(key) ? [key, valuesOf(value).flatMap(written)] : [key, value],
    ),
  );
}

for (const [index, query] of (queries as readonly JsonValue[]).entries()) {
  if (!isJsonObject(query)) fail(`${file}: question ${index + 1} is no object`);
  const { name = `question ${index + 1}`, left, right, principal, context, ...layers } = query;
  const sides = [
    policySet(withArns(left ?? null), layers),
    policySet(withArns(right ?? null), layers),
  ] as const;
  const documents = [...list(left), ...list(right)];
  const known = catalogueActions;
  const situation: Situation = {
    principal: typeof principal === 'string' ? principal : 'arn:aws:iam::111122223333:user/ana',
    ...(context !== undefined && isJsonObject(context) && { context: context as Record<string, string> }),
  };
  const domain: Domain = { situations: [situation], actions: [...known, ...namedActions(documents, known)] };
  let found = compareAccess(...sides, domain);
  for (let run = 0; run < runs; run += 1) found = compareAccess(...sides, domain);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    found = compareAccess(...sides, domain);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  const { relation, excess, undecided, steps } = found;
  const within = relation === 'equal' || relation === 'within' ? true : excess.length > 0 ? false : null;
  console.log(
    JSON.stringify({
      name,
      leftWithinRight: within,
      counterexample: excess[0] ?? null,
      ms: Number((((times[9] ?? 0) + (times[10] ?? 0)) / 2).toFixed(4)),
      steps,
      ...(undecided.length > 0 && { undecided }),
    }),
  );
}
