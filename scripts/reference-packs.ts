/** Services that lie in one file. */
interface ReferencePack {
  /** Of the file: `services/everyday.json`. */
  readonly name: string;
  readonly services: readonly string[];
}

/**
 * What is loaded together lies together: `everyday` holds what every proof asks about (`servicesAsked`) and two small
 * ones that stand beside it in missions; `often` what is named most in policies besides; `ec2`, the largest by far, lies alone.
 */
const chosen: readonly ReferencePack[] = [
  { name: 'everyday', services: 'account iam kms organizations s3 sns sqs sts'.split(' ') },
  {
    name: 'often',
    services:
      'access-analyzer cloudtrail cloudwatch cognito-identity cognito-idp dynamodb events lambda logs secretsmanager ssm sso'.split(
        ' ',
      ),
  },
  { name: 'ec2', services: ['ec2'] },
];

/** All others come in so many packs, of about 12 KB each as brotli sends them. */
const others = 14;

/** All services in packs: the chosen ones, and the rest in the order of their names, each pack about as long as the next. */
export function referencePacks(lengths: ReadonlyMap<string, number>): readonly ReferencePack[] {
  const taken = new Set(chosen.flatMap(({ services }) => services));
  const rest = [...lengths]
    .filter(([prefix]) => !taken.has(prefix))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const whole = rest.reduce((sum, [, length]) => sum + length, 0);
  const packs = Array.from({ length: others }, (): string[] => []);
  let before = 0;
  for (const [prefix, length] of rest) {
    packs[Math.floor((before * others) / whole)]?.push(prefix);
    before += length;
  }
  const named = packs.map((services) => ({ name: `${services[0]}-to-${services.at(-1)}`, services }));
  return [...chosen, ...named];
}
