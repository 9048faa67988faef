import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptMembers, keptOperations } from './service-models-kept.ts';

/**
 * Makes `src/account/models` out of AWS's own service models, as botocore publishes them (Apache-2.0):
 * `npm run service-models -- FOLDER`, FOLDER being a copy of botocore's `botocore/data`. Documentation is left out;
 * of IAM, STS and Organizations every operation is kept, of other services those that the simulated account has.
 */
interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number };
}
interface Source {
  readonly metadata: { readonly serviceId: string; readonly apiVersion: string; readonly protocol: string };
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly input?: { readonly shape: string };
        readonly output?: { readonly shape: string };
        readonly errors?: readonly { readonly shape: string }[];
      }
    >
  >;
}
interface Pages {
  readonly pagination?: Readonly<Record<string, { readonly result_key: string | readonly string[] }>>;
}

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error('Say where botocore/data is: npm run service-models -- FOLDER');
  process.exit(2);
}
const root: string = folder;
const target = join(import.meta.dirname, '../src/account/models');
const patterns = new Map<string, string>();

function newest(service: string): string {
  const versions = readdirSync(join(root, service)).sort();
  return join(root, service, versions.at(-1) ?? '');
}

/** A constraint as JavaScript can say it: the whole text must match. */
function patternName(source: string): string | undefined {
  const spoken = source.replaceAll(String.raw`\Z`, '$');
  for (const flags of ['u', ''])
    try {
      new RegExp(`^(?:${spoken})$`, flags);
      const literal = `/^(?:${spoken.replaceAll(/(?<!\\)\//g, String.raw`\/`)})$/${flags}`;
      const known = patterns.get(source) ?? literal;
      patterns.set(source, known);
      return source;
    } catch {
      continue;
    }
  console.error(`left out, not a JavaScript expression: ${source}`);
  return undefined;
}

for (const [service, operations] of Object.entries(keptOperations)) {
  const at = newest(service);
  const source = JSON.parse(readFileSync(join(at, 'service-2.json'), 'utf8')) as Source;
  const pagesFile = join(at, 'paginators-1.json');
  const pages = existsSync(pagesFile) ? (JSON.parse(readFileSync(pagesFile, 'utf8')) as Pages) : {};
  const shapes: Record<string, object> = {};
  const errors: Record<string, number> = {};
  function keep(name: string): string {
    if (name in shapes) return name;
    const shape = source.shapes[name];
    if (shape === undefined) throw new Error(`no shape ${name} in ${service}`);
    const { type, required, min, max, pattern, sensitive } = shape;
    shapes[name] = {};
    const wanted = keptMembers[service]?.[name];
    const members =
      shape.members &&
      Object.entries(shape.members).filter(([member]) => wanted === undefined || wanted.includes(member));
    const named = pattern === undefined || type !== 'string' ? undefined : patternName(pattern);
    shapes[name] = {
      type,
      ...(required && required.length > 0 && { required }),
      ...(members && {
        members: Object.fromEntries(members.map(([member, { shape: of }]) => [member, keep(of)])),
      }),
      ...(shape.member && { member: keep(shape.member.shape) }),
      ...(shape.key && { key: keep(shape.key.shape) }),
      ...(shape.value && { value: keep(shape.value.shape) }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(named !== undefined && { pattern: named }),
      ...(shape.enum && service !== 'ec2' && { enum: shape.enum }),
      ...(sensitive && { sensitive }),
    };
    return name;
  }
  const kept = operations === 'all' ? Object.keys(source.operations) : operations;
  const rows = Object.fromEntries(
    kept.map((name) => {
      const operation = source.operations[name];
      if (operation === undefined) throw new Error(`no operation ${name} in ${service}`);
      const codes = (operation.errors ?? []).map(({ shape }) => {
        const { error } = source.shapes[shape] ?? {};
        const code = error?.code ?? shape;
        errors[code] = error?.httpStatusCode ?? 400;
        return code;
      });
      const result = pages.pagination?.[name]?.result_key;
      return [
        name,
        {
          ...(operation.input && { input: keep(operation.input.shape) }),
          ...(operation.output && { output: keep(operation.output.shape) }),
          ...(codes.length > 0 && { errors: codes }),
          ...(result !== undefined && { pages: typeof result === 'string' ? [result] : result }),
        },
      ];
    }),
  );
  const { serviceId, apiVersion, protocol } = source.metadata;
  const model = { service, name: serviceId, apiVersion, protocol, errors, operations: rows, shapes };
  const text = JSON.stringify(model);
  writeFileSync(join(target, `${service}.json`), `${text}\n`);
  console.log(`${service}: ${String(kept.length)} operations, ${String(text.length)} bytes`);
}

const lines = [...patterns].sort().map(([source, literal]) => `  [${JSON.stringify(source)}, ${literal}],`);
writeFileSync(
  join(target, 'patterns.ts'),
  `/** The patterns of the service models, as expressions that match whole texts. Made by \`npm run service-models\`. */\nexport const patterns: ReadonlyMap<string, RegExp> = new Map([\n${lines.join('\n')}\n]);\n`,
);
