import { mapRgb, oklchToSrgb, type Rgb } from "./oklch";

export type Theme = {
  readonly name: string;
  readonly colours: ReadonlyMap<string, Rgb>;
};

/**
 * Reads the themes of a stylesheet: every block that defines colours as `--name: oklch(…)`. A block's name is its
 * media query and selector.
 * @param css a stylesheet with the sRGB hex after each colour in a comment
 * @throws if a comment's hex differs from its colour
 */
export function readTokens(css: string): Theme[] {
  const themes: Theme[] = [];
  for (const [, media = "", selector = "", body = ""] of css.matchAll(
    /(?:^@media ([^{]+) \{\s+)?^\s*((?::root|\[data-theme)[^{]*) \{\n([^}]*)\}/gm,
  )) {
    themes.push({ name: `${media} ${selector}`.trim(), colours: coloursOf(body) });
  }
  return themes;
}

function coloursOf(body: string): ReadonlyMap<string, Rgb> {
  const colours = new Map<string, Rgb>();
  const pattern = /--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\); \/\* (#[0-9a-f]{6}) \*\//g;
  for (const [, name = "", l, c, h, hex = ""] of body.matchAll(pattern)) {
    const colour = mapRgb(oklchToSrgb(Number(l), Number(c), Number(h)), shownPart);
    const stated = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const isStated = colour.every(
      (part, index) => Math.abs(part - (stated[index] ?? 0)) < 1.5 / 255,
    );
    if (!isStated) throw new Error(`--${name} is not ${hex}`);
    colours.set(name, colour);
  }
  return colours;
}

/** Screens show 256 steps per channel. */
function shownPart(part: number): number {
  return Math.round(part * 255) / 255;
}
