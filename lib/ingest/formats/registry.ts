import { caseCsv } from "./case-csv";
import { caseJsonl } from "./case-jsonl";
import type { Format } from "./format";
import { otlpJson } from "./otlp-json";
import { otlpProtobuf } from "./otlp-protobuf";

/** Registry of file formats, in the order in which they are tried. */
export const formats: readonly Format[] = [otlpProtobuf, otlpJson, caseJsonl, caseCsv];

/**
 * Detects the format of an input by content.
 * @param head its first bytes after gunzip, at most 64 KiB
 * @returns null if no format matches
 */
export function recogniseFormat(head: Uint8Array): Format | null {
  return formats.find((format) => format.recognise(head)) ?? null;
}

/**
 * A sentence about what an unrecognised input lacks.
 * @returns null if it resembles no format
 */
export function explainUnknown(head: Uint8Array): string | null {
  for (const format of formats) {
    const sentence = format.explain?.(head) ?? null;
    if (sentence !== null) return sentence;
  }
  return null;
}
