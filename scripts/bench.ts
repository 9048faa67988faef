import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { authorizer, type AccessRequest, type PolicySet } from '#iam';
import { accountFigures } from './account-figures.ts';
import { proofFigures } from './proof-figures.ts';

/** Figures, not assertions: one JSON line each. Machines are noisy, so read medians and compare within one run. */
function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit }));
}

const small: PolicySet = {
  identity: [
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:GetObjectTagging'],
          Resource: ['arn:aws:s3:::puerto-media/*', 'arn:aws:s3:::puerto-home/ana/*'],
        },
        { Sid: 'Keep', Effect: 'Deny', Action: 's3:Delete*', Resource: '*' },
      ],
    },
  ],
};

const services = ['s3', 'sqs', 'sns', 'ec2', 'iam', 'kms', 'lambda', 'dynamodb'];

/** 10 policies of 20 statements with wildcards, conditions and variables, a boundary and three SCP levels. */
function large(): PolicySet {
  const document = (seed: number) => ({
    Version: '2012-10-17',
    Statement: Array.from({ length: 20 }, (_, index) => {
      const service = services[(seed + index) % services.length] ?? 's3';
      return {
        Sid: `S${seed}x${index}`,
        Effect: index % 9 === 8 ? 'Deny' : 'Allow',
        Action: [`${service}:Get*`, `${service}:List${index}*`, `${service}:*Tag?`],
        Resource: [
          `arn:aws:${service}:*:*:team-${index}/*/\${aws:username}/*`,
          `arn:aws:${service}:::b${seed}-*`,
        ],
        Condition: {
          StringLike: { 'aws:PrincipalTag/team': [`team-${index % 5}*`] },
          IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] },
        },
      };
    }),
  });
  const everything = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  };
  return {
    identity: Array.from({ length: 10 }, (_, seed) => document(seed)),
    boundary: everything,
    scps: [[everything], [everything], [everything, document(3)]],
  };
}

function requests(): AccessRequest[] {
  return Array.from({ length: 500 }, (_, index) => {
    const service = services[index % services.length] ?? 's3';
    return {
      principal: 'arn:aws:iam::111122223333:user/ana',
      action: `${service}:${['GetObject', 'List3All', 'DeleteTags', 'PutItem'][index % 4] ?? ''}`,
      resource:
        index % 3 === 0
          ? `arn:aws:${service}:::b${index % 10}-x/${index}`
          : `arn:aws:s3:::puerto-media/${index}`,
      context: { 'aws:SourceIp': '203.0.113.9', 'aws:PrincipalTag/team': `team-${index % 5}` },
    };
  });
}

/** Median rate of several short rounds. */
function rate(run: (index: number) => unknown): number {
  for (let index = 0; index < 2000; index++) run(index);
  const rounds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < 200) for (let step = 0; step < 50; step++) run(count++);
    return (count * 1000) / (performance.now() - start);
  });
  return rounds.sort((left, right) => left - right)[3] ?? 0;
}

for (const [name, policies] of [
  ['small policy set (1 policy, 2 statements)', small],
  ['large policy set (10 × 20 statements, boundary, 3 SCP levels)', large()],
] as const) {
  const prepared = authorizer(policies);
  const all = requests();
  print(
    `decide, ${name}`,
    rate((index) => prepared.decide(all[index % all.length]!)),
    '1/s',
  );
  print(
    `evaluate, ${name}`,
    rate((index) => prepared.evaluate(all[index % all.length]!)),
    '1/s',
  );
}

/** How deciding grows with the statements: every one covers the action, so that every one is looked at. */
function growth(count: number): number {
  const statements = Array.from({ length: count }, (_, index) => ({
    Effect: 'Allow',
    Action: ['s3:Get*', `s3:Put${index}*`],
    Resource: `arn:aws:s3:::bucket-${index}/*`,
  }));
  const prepared = authorizer({ identity: [{ Version: '2012-10-17', Statement: statements }] });
  return rate(() =>
    prepared.decide({
      principal: 'arn:aws:iam::111122223333:user/ana',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::elsewhere/x',
    }),
  );
}
print('decide, time for 1,024 statements over that for 256', growth(256) / growth(1024), '×');

/** What stays in memory of a 91 KB policy of 2,400 actions and 100,000 decisions of as many requests. */
function retained(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const actions = Array.from({ length: 2400 }, (_, index) => `service${index % 300}:DescribeThing${index}*`);
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: actions, Resource: '*' } };
  collect();
  const before = process.memoryUsage().heapUsed;
  const prepared = authorizer({ identity: [document] });
  for (let index = 0; index < 100_000; index += 1)
    prepared.decide({
      principal: 'arn:aws:iam::111122223333:user/ana',
      action: `service${index % 300}:DescribeThing${index % 5000}`,
      resource: `arn:aws:sqs:eu-west-1:111122223333:queue-${index}`,
    });
  collect();
  const after = process.memoryUsage().heapUsed;
  prepared.decide({ principal: 'anonymous', action: 's3:GetObject', resource: '*' });
  return (after - before) / 1024 / 1024;
}
print('retained by a 91 KB policy and 100,000 decisions', retained(), 'MB');

/** Sizes of the built files; run after a build. */
try {
  const folder = 'dist/assets';
  const files = readdirSync(folder).map((file) => {
    const bytes = readFileSync(join(folder, file));
    return { file, raw: statSync(join(folder, file)).size, gzip: gzipSync(bytes, { level: 9 }).length };
  });
  for (const kind of ['.js', '.css', '.woff2', '.ttf']) {
    const some = files.filter(({ file }) => file.endsWith(kind));
    print(`all ${kind} files, gzip`, some.reduce((sum, { gzip }) => sum + gzip, 0) / 1024, 'KB');
  }
  for (const { file, raw, gzip } of files.filter(({ raw }) => raw > 40_000)) {
    print(`${file.replace(/-[\w-]{8}(\.\w+)$/, '$1')}, gzip`, gzip / 1024, 'KB');
    print(`${file.replace(/-[\w-]{8}(\.\w+)$/, '$1')}, raw`, raw / 1024, 'KB');
  }
} catch {
  console.error('No built files: run `npm run build` first for the bundle sizes.');
}
proofFigures(print);
accountFigures(print);
