import type { ArnFields } from '../text/arn.ts';
import { matchesWildcard } from '../pattern/wildcard.ts';
import { arnFormatParts } from '../reference/arn-format.ts';
import { remembering } from '../text/remember.ts';

/** An ARN format taken apart once. */
interface ReadFormat extends ArnFields {
  /** The resource as a pattern: a `?*` for each name. */
  readonly pattern: string;
  readonly head: string;
  /** How many slashes its resource has, where it begins with a name (a bucket); elsewhere AWS's own names have more. */
  readonly slashes: number | undefined;
}

/** The fields of a format of the Service Authorization Reference; its placeholders hold no colons. */
export const readFormat = remembering((format: string): ReadFormat => {
  const [, partition = '', service = '', region = '', account = '', ...rest] = format.split(':');
  const fields = { partition, service, region, account, resource: rest.join(':') };
  const parts = arnFormatParts(fields.resource);
  const head = headOf(fields.resource);
  return {
    ...fields,
    pattern: parts.map(({ kind, text }) => (kind === 'name' ? '?*' : text)).join(''),
    head,
    slashes: head !== '' || parts.some(({ slashes }) => slashes) ? undefined : slashesIn(fields.resource),
  };
}, 4_096);

function headOf(text: string): string {
  return text.slice(0, Math.max(0, `${text}*`.search(/[*?$]/)));
}

function slashesIn(text: string): number {
  return text.replaceAll(/\$\{[^}]*\}/g, '').split('/').length - 1;
}

/**
 * Whether the resource of a policy's ARN can be of a format. Of a pattern only what stands before its first wildcard or
 * variable is compared: in doubt it can.
 */
export function resourceMayFit({ resource }: ArnFields, format: ReadFormat): boolean {
  const open = /[*?$]/.test(resource);
  const slashes = slashesIn(resource);
  if (format.slashes !== undefined && (open ? slashes > format.slashes : slashes !== format.slashes))
    return false;
  return open ? beginsAlike({ resource }, format) : matchesWildcard(format.pattern, resource);
}

/** Whether the resource of a policy's ARN and a format agree as far as neither has a wildcard, a variable or a name. */
export function beginsAlike({ resource }: Pick<ArnFields, 'resource'>, format: ReadFormat): boolean {
  const head = headOf(resource);
  const open = head !== resource;
  return head.startsWith(format.head) || (open && format.head.startsWith(head));
}

/** Services with resources that AWS owns, whose ARNs carry no account. */
const ownedByAws: ReadonlySet<string> = new Set(['ssm', 'resource-explorer-2']);

/** Whether an account can stand where the format has this. */
export function accountMayFit({ account, service }: ArnFields, format: string): boolean {
  return fieldMayFit(account, format) || (account === '' && ownedByAws.has(service));
}

/** Whether a Region or account can stand where the format has this. A `*` stands for an empty field too. */
export function fieldMayFit(written: string, format: string): boolean {
  if (format === '') return written === '' || written === '*';
  return format.startsWith('$') ? written !== '' : matchesWildcard(written, format);
}

/** Whether an ARN of a policy can name a resource of a format. */
export function mayFit(arn: ArnFields, format: ReadFormat): boolean {
  return (
    arn.service === format.service &&
    fieldMayFit(arn.region, format.region) &&
    accountMayFit(arn, format.account) &&
    resourceMayFit(arn, format)
  );
}
