import { dateSeconds, isoSeconds } from '#iam';

/** `2026-11-25T04:19:16+00:00`, as the AWS CLI prints a time; with another `zone`, as policies and tokens hold it. */
export function isoTime(at: number, zone = '+00:00'): string {
  return isoSeconds(Math.floor(at / 1000)).replace(/Z$/, '') + zone;
}

/** `20261125T041916Z`, as signatures write a time. */
export function basicTime(at: number): string {
  return isoTime(at, 'Z').replaceAll(/[-:]/g, '');
}

/** Milliseconds since 1970 of a time as `isoTime` writes it, in UTC; undefined where the text is none. */
export function timeOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)$/.test(text)) return undefined;
  const seconds = dateSeconds(text);
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}
