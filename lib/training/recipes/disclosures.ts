import { scoreDisclosures } from "@/lib/scoring/score-disclosures";
import { exampleSets, type ExampleSet } from "../disclosure-examples";
import { defineRecipe, type Judged, type Measure } from "./recipe";

function isFound({ line }: Judged): boolean {
  return "state" in line && (line.state === "given" || line.state === "late");
}

const isGiven = ({ row }: Judged): boolean => row.label === 1;

/** The share of those of `whole` that are `part`, too; null of none. */
function shareOf(
  judged: readonly Judged[],
  whole: (each: Judged) => boolean,
  part: (each: Judged) => boolean,
): number | null {
  const all = judged.filter(whole);
  return all.length === 0 ? null : all.filter(part).length / all.length;
}

function measureOf(dataSet: ExampleSet): Measure {
  return {
    dataSet,
    label: `the disclosure of rule ${exampleSets[dataSet]} is given`,
    path: "contacts as we wrote them",
    isOfVerdicts: true,
    isLabelled: () => true,
    truthOf: null,
    isMeasuredMasked: false,
    groupOf: ({ domain }) => domain,
    figures: [
      {
        name: "precision",
        ...{ must: 0.95, goal: 0.95 },
        of: (judged) => shareOf(judged, isFound, isGiven),
      },
      {
        name: "recall",
        ...{ must: 0.85, goal: 0.85 },
        of: (judged) => shareOf(judged, isGiven, isFound),
      },
    ],
  };
}

export const disclosuresRecipe = defineRecipe({
  evaluator: "disclosures",
  about: {
    task: "Whether a contact gives the disclosure that a rule asks for.",
    data: "Contacts that we wrote ourselves, apart from the rules: given, denied, asked about, mentioned, said by others, and as speech recognition writes it.",
    method:
      "Patterns over plain words that tell giving from denial, question and mention; nothing is fitted.",
    weaknesses:
      "The examples are ours, so the figures are higher than on words that nobody of us wrote; English alone is read.",
  },
  measures: [
    measureOf("disclosures.art50"),
    measureOf("disclosures.on_request"),
    measureOf("disclosures.recording"),
  ],
  weights: null,
  scorer: scoreDisclosures,
});
