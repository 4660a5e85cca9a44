import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Pair = { light: number; dark: number };
/** Relative luminance of every opaque colour in globals.css, per theme. */
const luminance = readTokens(readFileSync('app/globals.css', 'utf8'));

const backgrounds = ['bg', 'surface', 'raised', 'sunken', 'input'];
const texts = ['fg', 'fg-2', 'fg-3', 'accent', 'good', 'bad', 'wait', 'idle'];
const themes = ['light', 'dark'] as const;

test.each(themes)('every text is readable on every background it may stand on, %s', (theme) => {
  for (const text of texts)
    for (const background of backgrounds)
      expect(contrast(text, background, theme), `${text} on ${background}`).toBeGreaterThan(4.5);
  const pairs = [
    ['on-ink', 'ink'],
    ['on-ink', 'ink-hover'],
    ['bad', 'bad-soft'],
    ['accent', 'accent-soft'],
    ['on-avatar', 'avatar'],
  ] as const;
  for (const [text, background] of pairs)
    expect(contrast(text, background, theme), `${text} on ${background}`).toBeGreaterThan(4.5);
});

test.each(themes)('edges of fields, the focus ring and graphics can be told apart, %s', (theme) => {
  for (const graphic of [
    'line-field',
    'focus',
    'good-solid',
    'bad-solid',
    'wait-solid',
    'accent-solid',
  ])
    for (const background of ['bg', 'surface', 'input'])
      expect(contrast(graphic, background, theme), `${graphic} on ${background}`).toBeGreaterThan(
        3,
      );
});

function contrast(one: string, other: string, theme: keyof Pair): number {
  const [low = 0, high = 0] = [luminanceOf(one, theme), luminanceOf(other, theme)].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

function luminanceOf(name: string, theme: keyof Pair): number {
  const pair = luminance.get(name);
  if (!pair) throw new Error(`There is no colour --${name}.`);
  return pair[theme];
}

function readTokens(css: string): Map<string, Pair> {
  const color = String.raw`oklch\(([\d.]+) ([\d.]+)(?: ([\d.]+))?\)`;
  const line = new RegExp(String.raw`--([\w-]+): light-dark\(${color}, ${color}\)`, 'g');
  const tokens = new Map<string, Pair>();
  for (const [, name = '', ...numbers] of css.matchAll(line)) {
    const [l1, c1, h1, l2, c2, h2] = numbers.map((text) => Number(text ?? 0));
    tokens.set(name, { light: oklchLuminance(l1, c1, h1), dark: oklchLuminance(l2, c2, h2) });
  }
  // A colour with transparency has no contrast of its own.
  return tokens;
}

/** WCAG 2 luminance of an OKLCH colour, by Björn Ottosson's matrices; out of gamut is clipped. */
function oklchLuminance(l = 0, chroma = 0, hue = 0): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short;
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short;
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short;
  const [r = 0, g = 0, bl = 0] = [red, green, blue].map((part) => Math.min(1, Math.max(0, part)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
}
