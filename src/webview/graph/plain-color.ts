/** A colour that every program knows, and how clear it is, from 0 to 1. */
export interface PlainColor {
  readonly color: string;
  readonly opacity: number;
}

/** A colour as a browser computes it, `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.4)` or `color(srgb 0.1 0.2 0.3 / 0.4)`, as `#010203`. */
export function plainColor(computed: string): PlainColor {
  const [, space, list = ''] = /^(rgba?|color)\((?:srgb )?([\d\s.,/e-]+)\)$/.exec(computed) ?? [];
  const [red, green, blue, alpha = 1] = list.split(/[\s,/]+/).map(Number);
  if (space === undefined || red === undefined || green === undefined || blue === undefined) {
    return { color: computed, opacity: 1 };
  }
  const whole = space === 'color' ? 255 : 1;
  const hex = [red, green, blue].map((part) =>
    byte(part * whole)
      .toString(16)
      .padStart(2, '0'),
  );
  return { color: `#${hex.join('')}`, opacity: Math.round(alpha * 1000) / 1000 };
}

const byte = (part: number): number => Math.min(255, Math.max(0, Math.round(part)));
