import { z } from "zod";
import { metricGroups } from "../metrics/metric";
import { countSchema } from "./case-schema";

/** A metric's figure over some cases, as the API has it. */
export const exportedMetricSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    group: z.enum(metricGroups),
    version: z.number().int().meta({ description: "Rises whenever the same cases could differ." }),
    counts: z.string().meta({ description: "What it counts: cases, contacts, handoffs …" }),
    unit: z.enum(["share", "contacts", "seconds", "money", "tokens"]),
    currency: z.string().nullable().meta({ description: "ISO 4217, of money." }),
    direction: z.enum(["higher-is-better", "lower-is-better", "neither"]),
    average: z.enum(["mean", "median"]).nullable().meta({ description: "null: a share." }),
    value: z.number().nullable().meta({
      description: "null: nothing to count, or the data do not show how cases ended.",
    }),
    interval: z
      .tuple([z.number(), z.number()])
      .nullable()
      .meta({ description: "95 %, clustered by customer." }),
    numerator: z.number().nullable().meta({
      description: "Of a share: those that count. Of a mean by another base: the sum.",
    }),
    denominator: countSchema.meta({ description: "What `value` is of." }),
    n: countSchema.meta({ description: "How many cases, contacts, handoffs … were counted." }),
    waiting: countSchema.meta({ description: "Not to be counted yet." }),
    unknown: countSchema.meta({ description: "Would be counted, but the value is missing." }),
    because_no_value: z.string().nullable(),
  })
  .meta({ description: "A figure with what it is of." });

export type ExportedMetric = z.infer<typeof exportedMetricSchema>;
