/** The midnight (UTC) with which a day of the Gregorian calendar begins, in seconds since 1970; NaN where there is no such day. */
export function midnightSeconds(year: number, month: number, day: number): number {
  const midnight = new Date(0);
  // `Date.UTC` would read the years 0 to 99 as 1900 to 1999.
  midnight.setUTCFullYear(year, month - 1, day);
  return midnight.getUTCMonth() === month - 1 ? midnight.getTime() / 1000 : NaN;
}

/** A moment in ISO 8601 (`2026-11-24T09:30:00Z`), of whole seconds since 1970; those that no `Date` holds stay a number. */
export function isoSeconds(seconds: number): string {
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? String(seconds) : moment.toISOString().replace('.000', '');
}
