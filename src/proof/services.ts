import { lowerCase, type JsonValue } from '#iam';
import { statementsOf, valuesOf } from './statements.ts';

/**
 * Services that stand for all that documents do not name: what `*` or NotAction covers of one of them, it covers of each.
 * They are the ones a learner meets first; the evaluator knows some of their actions by name.
 */
const usualServices = ['iam', 'kms', 's3', 'sns', 'sqs', 'sts'];

/**
 * The services on whose actions documents can differ, by prefix: those their actions and resources name, and some that
 * stand for the others. `every`: all there are; they are asked where a resource may lie in any service
 * (`arn:aws:*:eu-west-1:…`), and names of none of them are left out.
 */
export function servicesAsked(documents: readonly JsonValue[], every: readonly string[]): readonly string[] {
  const statements = documents.flatMap(statementsOf);
  const named = new Set(usualServices);
  for (const statement of statements) {
    for (const source of [...valuesOf(statement['Action']), ...valuesOf(statement['NotAction'])])
      named.add(lowerCase(source.split(':', 1)[0] ?? ''));
    for (const source of [...valuesOf(statement['Resource']), ...valuesOf(statement['NotResource'])]) {
      const [, , service = ''] = source.split(':', 3);
      if (/[*?]/.test(service)) return every;
      named.add(service);
    }
  }
  return every.filter((service) => named.has(service));
}
