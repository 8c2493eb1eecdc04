import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { demoTruth } from "@/lib/demo/demo-truth";
import type { StoryName } from "@/lib/demo/story-names";

const seedSchema = z.object({ seed: z.number(), endUs: z.number() });

/** The ids of the cases of the tests' demo that tell a story. */
export function casesOfStory(name: StoryName): readonly string[] {
  const file = join(process.env["E2E_DATA"] ?? "", "demo.json");
  const seed = seedSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return demoTruth(seed).stories.get(name) ?? [];
}
