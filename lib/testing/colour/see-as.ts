import { fromLinear, linearOf, multiply, type Matrix, type Rgb } from "./oklch";

// Machado, Oliveira and Fernandes (2009), full severity; for linear light.
const matrices: Readonly<Record<"protan" | "deutan" | "tritan", Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export type Vision = "normal" | keyof typeof matrices;

/** Simulates a colour for a kind of colour vision. */
export function seeAs(vision: Vision, colour: Rgb): Rgb {
  return vision === "normal" ? colour : fromLinear(multiply(matrices[vision], linearOf(colour)));
}
