import { groundednessRubric } from "./groundedness-rubric";
import { repeatRubric } from "./repeat-rubric";
import { resolutionRubric } from "./resolution-rubric";
import { retentionRubric } from "./retention-rubric";
import type { Rubric } from "./rubric";
import { toneRubric } from "./tone-rubric";

/** Registry of rubrics. Add a file and a line here. */
export const rubrics: readonly Rubric[] = [
  resolutionRubric,
  repeatRubric,
  retentionRubric,
  toneRubric,
  groundednessRubric,
];
