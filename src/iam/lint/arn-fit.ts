import { parseArn, type ArnFields } from '../pattern/arn.ts';
import { matchesWildcard } from '../pattern/wildcard.ts';
import { arnFormatParts } from '../reference/arn-format.ts';
import { remembering } from '../request/remember.ts';

/** An ARN format taken apart once. */
interface ReadFormat extends ArnFields {
  /** The resource as a pattern: a `?*` for each name. */
  readonly pattern: string;
  readonly head: string;
  /** How many slashes its resource has; undefined where a name may hold any. */
  readonly slashes: number | undefined;
}

/** The fields of a format of the Service Authorization Reference; its placeholders hold no colons. */
export const readFormat = remembering((format: string): ReadFormat => {
  const fields = parseArn(format) ?? {
    partition: '',
    service: '',
    region: '',
    account: '',
    resource: format,
  };
  const parts = arnFormatParts(fields.resource);
  return {
    ...fields,
    pattern: parts.map(({ kind, text }) => (kind === 'name' ? '?*' : text)).join(''),
    head: headOf(fields.resource),
    slashes: parts.some(({ kind, slashes }) => slashes || kind === 'any')
      ? undefined
      : slashesIn(fields.resource),
  };
}, 4_096);

function headOf(text: string): string {
  return text.slice(0, Math.max(0, `${text}*`.search(/[*?$]/)));
}

function slashesIn(text: string): number {
  return text.split('/').length - 1;
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
  if (!open) return matchesWildcard(format.pattern, resource);
  const head = headOf(resource);
  return head.startsWith(format.head) || format.head.startsWith(head);
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
    fieldMayFit(arn.account, format.account) &&
    resourceMayFit(arn, format)
  );
}
