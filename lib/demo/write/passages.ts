import type { Turn } from "../model";
import type { Plain, PlainAttributes } from "./otlp";

type Field = readonly [string, Plain];

/** A retriever's query and results, in the format shared by traceAI and OpenInference. */
export function retrieverAttributes(search: Extract<Turn, { who: "search" }>): PlainAttributes {
  const documents = search.passages.flatMap(({ id, text, score }, index): Field[] => {
    const key = `retrieval.documents.${index}.document`;
    return [
      [`${key}.id`, id ?? ""],
      [`${key}.content`, text ?? ""],
      [`${key}.score`, score ?? 0],
    ];
  });
  return { "input.value": search.query, ...Object.fromEntries(documents) };
}
