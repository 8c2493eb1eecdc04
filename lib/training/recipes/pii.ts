import { hashFeature } from "@/lib/learning/hash-feature";
import { createTagger, type StoredTagger } from "@/lib/ingest/mask/tagger/tagger";
import { createPiiScorer } from "@/lib/scoring/score-pii";
import type { DataRow } from "../data-sets";
import { falseMaskMeasure } from "../false-mask-measure";
import { fitTagger } from "../fit-tagger";
import { harmlessMaskMeasure } from "../harmless-mask-measure";
import { defineRecipe } from "./recipe";
import { spanMeasure } from "../span-measure";

/** The template of a generated sentence. */
function templateOf({ id, meta, dataSet }: DataRow): string {
  return dataSet === "pii.presidio" ? `template ${String(meta.template_id)}` : hashed(id);
}

/** Documents of one type share text: a type is left out as a whole. */
function documentOf({ id, meta }: DataRow): string {
  return typeof meta.document_type === "string" ? meta.document_type : hashed(id);
}

/** "restaurant" of "restaurant_search+ride_book": whole services are left out. */
function taskOf({ domain }: DataRow): string {
  return domain.replace(/[_+].*$/, "");
}

function hashed(id: string): string {
  return `part ${String(hashFeature(id, 2))}`;
}

export const piiRecipe = defineRecipe({
  evaluator: "pii",
  about: {
    task: "Which stretches of a text are personal data: names, addresses, birth dates, numbers, mail addresses, passwords.",
    data: "MultiDoGO (CDLA-Permissive-1.0), presidio-research (MIT), pii-anon-eval-data (CC0). Of tau-bench, tau2-bench and STAR (MIT) what their tools name as somebody's. Ordinary words of GoEmotions (Apache-2.0), with names of Faker (MIT) where the published comments have a blank and in place of those that tools name, BANKING77 (CC BY 4.0) and CLINC150 (CC BY 3.0).",
    method:
      "Patterns, the words around a number, what was asked before, and the key that a value stands under; beyond them a conditional random field over a token's word, its form, how common it is, whether it is a known name or a word in names of places, brands and products, and its neighbours. What a tool of the conversation named as a place, venue, product or brand is left readable. Texts of programs need more certainty than what people say.",
    weaknesses:
      "Bare lower-case addresses, models, makes and streets that sound like names, cities alone (left readable mostly, masked at times), last four digits that look like a year, passwords of several words that begin like a remark. Passwords, PINs, spelled names and spoken numbers are found by rules: no set has them labelled, their accuracy is not measured.",
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
    harmlessMaskMeasure({
      dataSet: "satisfaction.star",
      label:
        "masked words of service talk that the conversation's own tools name as nobody's (at most 2)",
      groupOf: taskOf,
    }),
  ],
  weights: {
    file: "lib/ingest/mask/tagger/weights.gen.json",
    learnsFrom: [
      "pii.multidogo",
      "pii.presidio",
      "pii.piianon_support",
      "resolution.tau",
      "satisfaction.star",
      "tone.goemotions",
      "intent.banking77",
      "intent.clinc150",
    ],
    fit: fitTagger,
  },
  scorer: (weights: StoredTagger) => createPiiScorer(createTagger(weights)),
});
