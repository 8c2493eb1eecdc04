import { z } from "zod";
import {
  countSchema,
  exportedCaseSchema,
  instantSchema,
} from "@/lib/analytics/exports/case-schema";
import { exportedMetricSchema } from "@/lib/analytics/exports/metric-schema";

const day = z.string().meta({ format: "date" });

const factsSchema = z.object({
  as_of: instantSchema.nullable().meta({
    description: "The instant that everything is told of: now, or the end of the data.",
  }),
  workspace: z.string(),
  period: z
    .object({ from: day.nullable(), to: day.nullable() })
    .nullable()
    .meta({ description: "The days on which the cases were opened, both included; null: any." }),
});

/** `GET /api/v1/cases`. */
export const casesPageSchema = factsSchema
  .extend({
    total: countSchema.meta({ description: "Cases that the filters leave, in all answers." }),
    cases: z.array(exportedCaseSchema),
    next_cursor: z.string().nullable().meta({ description: "null: this was the last answer." }),
  })
  .meta({ description: "Some of the cases that the filters leave." });
export type CasesPage = z.infer<typeof casesPageSchema>;

/** `GET /api/v1/metrics`. */
export const metricsAnswerSchema = factsSchema
  .extend({ metrics: z.array(exportedMetricSchema) })
  .meta({ description: "Every metric over the cases that the filters leave." });
export type MetricsAnswer = z.infer<typeof metricsAnswerSchema>;

/** Every refusal (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: "One sentence: what is wrong and what to do." }),
  })
  .meta({ description: "Why there is no answer." });
export type Problem = z.infer<typeof problemSchema>;
