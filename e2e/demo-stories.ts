import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { demoTruth, type DemoTruth } from "@/lib/demo/demo-truth";
import type { StoryName } from "@/lib/demo/story-names";
import { seedData } from "./own-server";

const planSchema = z.object({ seed: z.number(), endUs: z.number() });
let stories: DemoTruth["stories"] | undefined;

/** Ids of the tests' demo cases of a story. */
export function casesOfStory(name: StoryName): readonly string[] {
  stories ??= readStories();
  return stories.get(name) ?? [];
}

function readStories(): DemoTruth["stories"] {
  const plan: unknown = JSON.parse(readFileSync(join(seedData, "demo.json"), "utf8"));
  return demoTruth(planSchema.parse(plan)).stories;
}
