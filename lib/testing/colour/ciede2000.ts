import { linearOf, multiply, type Matrix, type Rgb } from "./oklch";

/** CIELAB: lightness from 0 to 100, then a and b. */
export type Lab = readonly [number, number, number];

/** sRGB to XYZ under D65, normalised by the white point. */
const toWhite: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

/** Converts sRGB to CIELAB under D65 (CIE 15). */
export function labOf(colour: Rgb): Lab {
  const curve = (part: number) =>
    part > (6 / 29) ** 3 ? Math.cbrt(part) : part / (3 * (6 / 29) ** 2) + 4 / 29;
  const [x, y, z] = multiply(toWhite, linearOf(colour));
  return [116 * curve(y) - 16, 500 * (curve(x) - curve(y)), 200 * (curve(y) - curve(z))];
}

/**
 * Perceived difference of two colours: ΔE00 (Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color
 * Research and Application 30, 2005).
 */
export function ciede2000(one: Lab, other: Lab): number {
  const [first, second] = primed(one, other);
  const dL = second.L - first.L;
  const dC = second.C - first.C;
  const isGrey = first.C * second.C === 0;
  const turned = isGrey ? 0 : shorterTurn(second.h - first.h);
  const dH = 2 * Math.sqrt(first.C * second.C) * sin(turned / 2);
  const L = (first.L + second.L) / 2;
  const C = (first.C + second.C) / 2;
  const h = isGrey ? first.h + second.h : middleHue(first.h, second.h);
  const t =
    1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const lightness = dL / (1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2));
  const chroma = dC / (1 + 0.045 * C);
  const hue = dH / (1 + 0.015 * C * t);
  const rotation = -sin(60 * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * roughness(C);
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue);
}

function primed([L1, a1, b1]: Lab, [L2, a2, b2]: Lab) {
  const g = 0.5 * (1 - roughness((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  return [polar(L1, a1 * (1 + g), b1), polar(L2, a2 * (1 + g), b2)] as const;
}

function polar(L: number, a: number, b: number) {
  const h = a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * 180) / Math.PI;
  return { L, C: Math.hypot(a, b), h: h < 0 ? h + 360 : h };
}

function roughness(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
}

function shorterTurn(degrees: number): number {
  if (degrees > 180) return degrees - 360;
  return degrees < -180 ? degrees + 360 : degrees;
}

function middleHue(one: number, other: number): number {
  const sum = one + other;
  if (Math.abs(one - other) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
