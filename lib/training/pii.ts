import { hashFeature } from "@/lib/learning/hash-feature";
import { scorePii } from "@/lib/scoring/score-pii";
import type { DataRow } from "./data-sets";
import { falseMaskMeasure } from "./false-mask-measure";
import { defineRecipe } from "./recipe";
import { spanMeasure } from "./span-measure";

/** The template a generated sentence was made from. */
function templateOf({ id, meta, dataSet }: DataRow): string {
  return dataSet === "pii.presidio" ? `template ${String(meta.template_id)}` : hashed(id);
}

/** Documents of one type share their words: none of a type is learned from where that type is measured. */
function documentOf({ id, meta }: DataRow): string {
  return typeof meta.document_type === "string" ? meta.document_type : hashed(id);
}

function hashed(id: string): string {
  return `part ${String(hashFeature(id, 2))}`;
}

export const piiRecipe = defineRecipe({
  evaluator: "pii",
  about: {
    task: "Which stretches of a text are personal data: names, addresses, birth dates, numbers, mail addresses, passwords.",
    data: "MultiDoGO (CDLA-Permissive-1.0), presidio-research (MIT), pii-anon-eval-data (CC0); false masks on tau-bench and tau2-bench (MIT) and STAR (MIT).",
    method: "Patterns, the words around a number, and the key that a value stands under.",
    weaknesses: "Bare lower-case addresses, passwords in speech, product words in lists.",
  },
  measures: [
    spanMeasure({
      dataSet: "pii.multidogo",
      label: "characters that people marked as personal, speech-like chat",
      groupOf: ({ domain }) => domain,
      recall: { must: 0.78, goal: 0.85 },
      precision: { must: 0.8, goal: 0.85 },
    }),
    spanMeasure({
      dataSet: "pii.presidio",
      label: "characters of generated personal data in sentences",
      groupOf: templateOf,
      recall: { must: 0.9, goal: 0.96 },
      precision: { must: 0.9, goal: 0.93 },
    }),
    spanMeasure({
      dataSet: "pii.piianon_support",
      label: "characters of generated personal data in support documents",
      groupOf: documentOf,
      recall: { must: 0.93, goal: 0.98 },
      precision: { must: 0.85, goal: 0.92 },
    }),
    falseMaskMeasure({
      dataSet: "resolution.tau",
      label: "words masked that are nobody's (at most 5)",
      groupOf: ({ domain }) => domain,
    }),
    falseMaskMeasure({
      dataSet: "satisfaction.star",
      label: "words masked in conversations whose personal data nobody marked",
      groupOf: ({ domain }) => domain,
    }),
  ],
  weights: null,
  scorer: scorePii,
});
