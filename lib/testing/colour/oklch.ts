/** Red, green and blue, from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A 3 × 3 matrix, row by row. */
export type Matrix = readonly [Rgb, Rgb, Rgb];

// Björn Ottosson, "A perceptual color space for image processing" (2020).
const toCubeRoots: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const toLinear: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** Multiplies a matrix by a vector. */
export function multiply(matrix: Matrix, [x, y, z]: Rgb): Rgb {
  const [first, second, third] = matrix;
  const row = ([a, b, c]: Rgb) => a * x + b * y + c * z;
  return [row(first), row(second), row(third)];
}

/** Applies a function to each of the three. */
export function mapRgb([r, g, b]: Rgb, change: (part: number) => number): Rgb {
  return [change(r), change(g), change(b)];
}

/**
 * Converts OKLCH to sRGB, clipped to the gamut.
 * @param lightness from 0 to 1
 * @param hue in degrees
 */
export function oklchToSrgb(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  const lab: Rgb = [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const lms = mapRgb(multiply(toCubeRoots, lab), (part) => part ** 3);
  return fromLinear(multiply(toLinear, lms));
}

/** Linear light of an sRGB colour (IEC 61966-2-1). */
export function linearOf(colour: Rgb): Rgb {
  return mapRgb(colour, (part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
}

/** sRGB colour of linear light, clipped (IEC 61966-2-1). */
export function fromLinear(light: Rgb): Rgb {
  return mapRgb(light, (part) => {
    const clipped = Math.min(1, Math.max(0, part));
    return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
  });
}
