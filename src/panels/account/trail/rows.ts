import { outcomeOf, type CallRecord } from '#account';

/** Which calls of the trail are shown. */
export interface TrailFilter {
  readonly text: string;
  /** ARN of who called; `''`: anybody. */
  readonly who: string;
  readonly refusedOnly: boolean;
}

/** A short name of who called: the end of their ARN, `root` or a service. */
export function callerName(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  return resource === '' ? arn : resource.replace(/^(?:user|assumed-role|federated-user)\//, '');
}

/** Everybody who has called, by ARN. */
export function callersOf(log: readonly CallRecord[]): readonly string[] {
  return [...new Set(log.flatMap(({ caller }) => (caller === undefined ? [] : [caller.arn])))].sort();
}

/** The calls that the filter lets through, the start of the world left out. */
export function trailRows(
  log: readonly CallRecord[],
  { text, who, refusedOnly }: TrailFilter,
): readonly CallRecord[] {
  const wanted = text.trim().toLowerCase();
  return log.filter((record) => {
    const { face, service, operation, region, caller, error, input } = record;
    if (face === 'start') return false;
    if (who !== '' && caller?.arn !== who) return false;
    if (refusedOnly && outcomeOf(record) === 'done') return false;
    if (wanted === '') return true;
    const words = [`${service}:${operation}`, region, caller?.arn, error?.code, JSON.stringify(input)];
    return words.some((word) => word?.toLowerCase().includes(wanted) === true);
  });
}
