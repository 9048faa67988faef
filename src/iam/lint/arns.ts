import { parseArn, type ArnFields } from '../text/arn.ts';
import type { PolicyType } from '../policy/document.ts';
import { lowerCase } from '../text/lower-case.ts';
import { accountMayFit, beginsAlike, fieldMayFit, readFormat, resourceMayFit } from './arn-fit.ts';
import { coveredEntries, resourceCovering } from './cover.ts';
import type { Check, Fix, Hit } from './finding.ts';
import { removeFrom, replaceWith } from './fix.ts';
import type { LintReference } from './lint-reference.ts';
import { hitIf, inStatements } from './scope.ts';
import type { Entry } from './view.ts';

/** Services in ARNs that are the prefix of no action. */
const otherServices: ReadonlySet<string> = new Set([
  'catalog',
  'elastic-inference',
  'route53-recovery-control',
]);

/** What the resources of a statement are looked at for. */
function inResources(
  find: (entry: Entry, reference: LintReference, type: PolicyType) => readonly Hit[],
): NonNullable<Check['find']> {
  return inStatements(({ resources }, reference, { type }) =>
    resources.flatMap((entry) => find(entry, reference, type)),
  );
}

/** An ARN with fewer than six fields that IAM takes. */
function shortened({ node, text }: Entry, type: PolicyType): readonly Hit[] {
  const missing = 6 - text.split(':').length;
  if (!text.startsWith('arn:') || missing <= 0 || type === 'session') return [];
  const padded = type === 'identity' || type === 'boundary';
  const fix = padded ? replaceWith(node, `${text}${':*'.repeat(missing)}`) : undefined;
  return [{ node, values: { text }, fix }];
}

/** A Region of AWS by its form: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/.test(text);
}

/** The formats of a service's ARNs; empty where they are not at hand. */
function formatsOf(service: string, reference: LintReference) {
  const types = reference.service(service)?.resourceTypes ?? [];
  return types.map(({ arn }) => readFormat(arn)).filter((format) => format.service === service);
}

/** Where no format that the ARN can be of takes what stands in one of its fields. */
function fieldCheck(
  check: string,
  field: 'region' | 'account',
  { empty, fixable }: { readonly empty: boolean; readonly fixable: boolean },
): Check {
  const fits = (arn: ArnFields, format: ArnFields): boolean =>
    field === 'region' ? fieldMayFit(arn.region, format.region) : accountMayFit(arn, format.account);
  return {
    check,
    severity: 'error',
    find: inResources((entry, reference) => {
      const arn = parseArn(entry.text);
      if (arn === undefined) return [];
      const formats = formatsOf(arn.service, reference).filter((format) => resourceMayFit(arn, format));
      // The grammar names a Region in an ARN of these two.
      const known = field === 'region' && !empty && (arn.service === 's3' || arn.service === 'iam');
      const wrong =
        formats.length > 0 && (arn[field] === '') === empty && !formats.some((format) => fits(arn, format));
      if (known || !wrong) return [];
      const fix = fixable ? replaceWith(entry.node, printArn({ ...arn, [field]: '' })) : undefined;
      return [{ node: entry.node, values: { text: entry.text, service: arn.service }, fix }];
    }),
  };
}

function printArn({ partition, service, region, account, resource }: ArnFields): string {
  return ['arn', partition, service, region, account, resource].join(':');
}

/**
 * What the resources of a statement look like, held to the ARN formats of their services.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const arnChecks: readonly Check[] = [
  {
    check: 'MISSING_ARN_FIELD',
    severity: 'error',
    find: inResources((entry, _, type) => shortened(entry, type)),
  },
  {
    check: 'INVALID_SERVICE',
    severity: 'error',
    find: inResources(({ node, text }, { prefixes }) => {
      const service = parseArn(text)?.service ?? '';
      const known = /[*?]/.test(service) || otherServices.has(service) || prefixes?.has(lowerCase(service));
      return hitIf(service !== '' && known === false, { node, values: { text, service } });
    }),
  },
  fieldCheck('ARN_REGION_NOT_ALLOWED', 'region', { empty: false, fixable: true }),
  fieldCheck('ARN_ACCOUNT_NOT_ALLOWED', 'account', { empty: false, fixable: true }),
  fieldCheck('MISSING_ARN_REGION', 'region', { empty: true, fixable: false }),
  fieldCheck('MISSING_ARN_ACCOUNT', 'account', { empty: true, fixable: false }),
  {
    check: 'INVALID_ARN_REGION',
    severity: 'error',
    find: inResources(({ node, text }) => {
      const region = parseArn(text)?.region ?? '';
      return hitIf(region !== '' && !/[*?$]/.test(region) && !isRegion(region), {
        node,
        values: { text, region },
      });
    }),
  },
  {
    check: 'INVALID_ARN_RESOURCE',
    severity: 'error',
    find: inResources((entry, reference) => {
      const arn = parseArn(entry.text);
      // A variable before the resource is another fault, and hides where the fields end.
      const apart = arn !== undefined && !`${arn.region}${arn.account}`.includes('$');
      const formats = apart ? formatsOf(arn.service, reference) : [];
      const wrong = formats.length > 0 && !formats.some((format) => arn && beginsAlike(arn, format));
      return hitIf(wrong, { node: entry.node, values: { text: entry.text, service: arn?.service ?? '' } });
    }),
  },
  {
    check: 'VARIABLE_BEFORE_ARN_RESOURCE',
    severity: 'warning',
    find: inResources(({ node, text }) =>
      hitIf(/^arn:(?:[^:]*:){0,3}[^:]*\$\{[^}]*\}[^:]*:/.test(text), { node, values: { text } }),
    ),
  },
  {
    check: 'REDUNDANT_RESOURCE',
    severity: 'suggestion',
    find: inStatements(({ resources }) =>
      coveredEntries(resources, resourceCovering).map(([special, general]): Hit => {
        const fix: Fix | undefined = removeFrom(special);
        return { node: special.node, values: { text: special.text, other: general.text }, fix };
      }),
    ),
  },
];
