import type { Tone } from "../wording";

/** A verdict as icon and label. */
export type VerdictView = { readonly tone: Tone; readonly label: string };
