import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark';
const css = readFileSync('src/ui/tokens.css', 'utf8');

/** The relative luminance of an OKLCH colour, by the matrices of CSS Color 4 and WCAG 2.2. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * (rgb[0] ?? 0) + 0.7152 * (rgb[1] ?? 0) + 0.0722 * (rgb[2] ?? 0);
}
function token(name: string, theme: Theme): number {
  const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
  const found = new RegExp(String.raw`--${name}: light-dark\(${colour}, ${colour}\)`).exec(css);
  if (found === null) throw new Error(`no token --${name}`);
  const values = found.slice(1).map(Number);
  const [l = 0, c = 0, h = 0] = theme === 'light' ? values.slice(0, 3) : values.slice(3);
  return luminance(l, c, h);
}
function contrast(one: string, other: string, theme: Theme): number {
  const [dark = 0, light = 0] = [token(one, theme), token(other, theme)].toSorted(
    (left, right) => left - right,
  );
  return (light + 0.05) / (dark + 0.05);
}

describe.each<Theme>(['light', 'dark'])('the tokens of the %s theme', (theme) => {
  test.each(['text', 'muted', 'accent', 'allow', 'deny', 'silent', 'fault'])('--%s can be read', (name) => {
    for (const ground of ['bg', 'surface', 'sunken'])
      expect(contrast(name, ground, theme), ground).toBeGreaterThanOrEqual(4.5);
  });
  test.each(['allow', 'deny', 'silent', 'fault'])('--%s and text can be read on its own ground', (name) => {
    expect(contrast(name, `${name}-bg`, theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('text', `${name}-bg`, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test('the edge of a control can be seen, and text on the accent can be read', () => {
    for (const ground of ['bg', 'surface'])
      expect(contrast('control', ground, theme)).toBeGreaterThanOrEqual(3);
    expect(contrast('accent-text', 'accent', theme)).toBeGreaterThanOrEqual(4.5);
  });
});

test('components use role tokens and never a colour of their own', () => {
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.svelte')) continue;
    const style = /<style>[^]*<\/style>/.exec(readFileSync(`src/${file}`, 'utf8'))?.[0] ?? '';
    expect(style.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(/gi) ?? [], file).toEqual([]);
  }
});
