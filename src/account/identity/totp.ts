export function codeAt(_seed: string, _now: number): string {
  return '';
}
