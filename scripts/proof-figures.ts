import { printPolicy, type JsonObject, type PolicySet } from '#iam';
import { compareAccess, mutants, type Domain } from '#proof';
import { grade, missionDocuments, openingAnswers, type Attempt, type Scenario } from '#scenario';
import { awsPolicies } from './aws-policies.ts';
import { catalogueFor, wholeCatalogue } from './catalogue-actions.ts';
import { packPolicy } from './reference-data.ts';
import { readFolder, scenarioFolders } from './scenario-files.ts';

type Print = (name: string, value: number, unit: string) => void;

const situations: Domain['situations'] = [{ principal: 'arn:aws:iam::111122223333:user/ana' }];

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Of each step in which a policy is written: the solution and every mutant of it, the other steps as they stand at first. */
function policyAttempts(scenario: Scenario): readonly Attempt[] {
  const opening = openingAnswers(scenario);
  return scenario.steps.flatMap((step, index) => {
    if (!('policy' in step) || !('document' in step.solution)) return [];
    const document = step.solution.document as JsonObject;
    return [document, ...mutants(document).map((mutant) => mutant.document)].map((answer) => ({
      answers: opening.with(index, { kind: step.kind, text: printPolicy(answer) }),
    }));
  });
}

/** What a Check costs: every shipped solution and every mutant of it, graded as a learner's answer. */
function missionChecks(print: Print): void {
  const times: number[] = [];
  const managed = awsPolicies();
  const given = scenarioFolders('scenarios').flatMap((folder) => {
    const { scenario } = readFolder(folder);
    return scenario === undefined ? [] : [{ scenario, attempts: policyAttempts(scenario) }];
  });
  for (let round = 0; round < 4; round += 1)
    for (const { scenario, attempts } of given)
      for (const attempt of attempts) {
        const reference = { actions: catalogueFor(missionDocuments(scenario, attempt)), managed };
        const time = timed(() => grade(scenario, attempt, reference));
        // The first round warms up.
        if (round > 0) times.push(time);
      }
  print('mission check, median', quantile(times, 0.5), 'ms');
  print('mission check, p99', quantile(times, 0.99), 'ms');
}

/** 200 statements against the same 200, written again, over every action of AWS. */
function largeAgainstItself(print: Print): void {
  const made = (): PolicySet => ({
    identity: [
      {
        Version: '2012-10-17',
        Statement: Array.from({ length: 200 }, (_, index) => ({
          Effect: index % 10 === 9 ? 'Deny' : 'Allow',
          Action: [`s3:Get*`, `ec2:Describe*`, `lambda:*Function${index % 7}*`, `sqs:*`].slice(index % 4),
          Resource: [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:sqs:*:*:queue-${index}-*`],
        })),
      },
    ],
  });
  const actions = wholeCatalogue();
  const times = Array.from({ length: 7 }, () =>
    timed(() => compareAccess(made(), made(), { situations, actions })),
  );
  print('200 statements against themselves, 22,091 actions, median', quantile(times, 0.5), 'ms');
}

const pairs = [
  ['PowerUserAccess', 'AdministratorAccess'],
  ['ReadOnlyAccess', 'PowerUserAccess'],
  ['ViewOnlyAccess', 'ReadOnlyAccess'],
  ['SecurityAudit', 'ReadOnlyAccess'],
] as const;

function managedPolicies(print: Print): void {
  const actions = wholeCatalogue();
  for (const names of pairs) {
    const made = (name: string): PolicySet => ({
      identity: [packPolicy(name).document],
    });
    const [left, right] = names;
    const sides = [made(left), made(right)] as const;
    let relation = '';
    const time = timed(() => {
      ({ relation } = compareAccess(...sides, { situations, actions }));
    });
    print(`${left} against ${right}, once (${relation})`, time, 'ms');
  }
}

/** What the prover costs. */
export function proofFigures(print: Print): void {
  missionChecks(print);
  largeAgainstItself(print);
  managedPolicies(print);
}
