"use server";

import { z } from "zod";
import { authorizeChange } from "@/lib/auth/authorize";
import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { cohortNameMax, cohortSizeMax, expectedMax } from "@/lib/domain/gate/cohort-change";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { rawParams } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { mutate } from "../../mutate";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

const cohort = z.strictObject({
  name: z.string().max(2 * cohortNameMax),
  /** The query of the list, as an address has it. */
  search: z.string().max(6000),
  /** Null: all cases of the list. */
  sample: z
    .strictObject({
      by: z.enum(["strata", "risk"]),
      size: z.int().min(1).max(cohortSizeMax),
      seed: z
        .int()
        .min(0)
        .max(2 ** 32 - 1),
      /** The share that should go over two channels or more, in per cent; null: as they come. */
      crossing: z.number().min(0).max(100).nullable(),
    })
    .nullable(),
});

/** Makes a cohort of a list's cases, all of them or a sample. @param input its name, the list, and how to draw */
export async function makeCohort(input: unknown): Promise<MutationOutcome> {
  const authorized = await authorizeChange("gate");
  if (!authorized.isAllowed) return refused("not-allowed", authorized.sentence);
  const parsed = cohort.safeParse(input);
  if (!parsed.success) {
    const sentence = `Write a name, and whole numbers: 1 to ${String(cohortSizeMax)} cases, 0 to 100 % over two channels, and a seed.`;
    return refused("invalid-input", sentence);
  }
  const { name, search, sample } = parsed.data;
  const { path, asOfUs } = await shownWorkspace();
  const { query } = casesCodec.parse(rawParams(search));
  const seen = { path, scope: authorized.viewer.scope };
  const read = await readOrReport("a cohort", () =>
    askReader("readCohortCases", seen, query, asOfUs, sample),
  );
  if (!read.isRead) {
    return refused("busy", `The cohort could not be drawn (request ${read.requestId}). Try again.`);
  }
  const { caseIds, origin } = read.value;
  return mutate("gate", cohort, input, (_given, { actor }) => ({
    kind: "cohort-made",
    ...{ name, caseIds, origin, actor },
  }));
}

const added = z.strictObject({
  name: z.string().min(1).max(200),
  caseId: z.string().min(1).max(2000),
  expected: z.string().max(2 * expectedMax),
});

/** Adds a case to a cohort, as a new version of it. @param input the cohort, the case and what was expected */
export async function addToCohort(input: unknown): Promise<MutationOutcome> {
  return mutate("gate", added, input, (given, { actor }) => ({
    kind: "cohort-case-added",
    actor,
    ...given,
  }));
}

function refused(
  code: "not-allowed" | "invalid-input" | "busy",
  sentence: string,
): MutationOutcome {
  return { isDone: false, code, sentence };
}
