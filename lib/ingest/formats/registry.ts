import { caseCsv } from "./case-csv";
import { caseJsonl } from "./case-jsonl";
import type { Format } from "./format";
import { otlpJson } from "./otlp-json";
import { otlpProtobuf } from "./otlp-protobuf";

/** Every format that a file may have, in the order in which they are tried. */
export const formats: readonly Format[] = [otlpProtobuf, otlpJson, caseJsonl, caseCsv];

/**
 * Finds the format of an input by its content.
 * @param head its first bytes after gunzip, at most 64 KiB
 * @returns the format, or null where no format knows it
 */
export function recogniseFormat(head: Uint8Array): Format | null {
  return formats.find((format) => format.recognise(head)) ?? null;
}

/** What an input that no format knows lacks, in a sentence. @returns null where it resembles none */
export function explainUnknown(head: Uint8Array): string | null {
  for (const format of formats) {
    const sentence = format.explain?.(head) ?? null;
    if (sentence !== null) return sentence;
  }
  return null;
}
