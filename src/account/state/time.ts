const day = 86_400_000;

/** Milliseconds since 1970 as year, month, day, hour, minute, second (UTC), each as AWS writes it. */
function parts(at: number): readonly string[] {
  const days = Math.floor(at / day);
  const seconds = Math.floor((at - days * day) / 1000);
  // Civil date of a day number: years that begin in March, 400 years at a time.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  return [
    String(year).padStart(4, '0'),
    ...[month, dayOfMonth, Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(
      (part) => String(part).padStart(2, '0'),
    ),
  ];
}

/** `2026-11-25T04:19:16+00:00`, as the AWS CLI prints a time; with another `zone`, as policies and tokens hold it. */
export function isoTime(at: number, zone = '+00:00'): string {
  const [year, month, date, hour, minute, second] = parts(at);
  return `${year ?? ''}-${month ?? ''}-${date ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${zone}`;
}

/** `20261125T041916Z`, as signatures write a time. */
export function basicTime(at: number): string {
  return isoTime(at, 'Z').replaceAll(/[-:]/g, '');
}

/** Milliseconds since 1970 of a time as `isoTime` writes it, in UTC; undefined where the text is none. */
export function timeOf(text: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|\+00:00)$/.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const marchYear = month <= 2 ? year - 1 : year;
  const monthsSinceMarch = (month + 9) % 12;
  const days =
    marchYear * 365 +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    Math.floor((153 * monthsSinceMarch + 2) / 5) +
    date -
    1 -
    719_468;
  return (days * 86_400 + hour * 3600 + minute * 60 + second) * 1000;
}
