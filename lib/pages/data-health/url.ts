import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { param, single } from "@/lib/format/address/field";

/** Choices of the number of days. */
export const healthDays = [28, 91, 182] as const;
export type HealthDays = (typeof healthDays)[number];

/** The query of the Data health page. */
export const healthCodec = createCodec({
  days: param<HealthDays>(
    "days",
    single((text) => healthDays.find((days) => days === Number(text))),
    28,
  ),
});

export type HealthQuery = QueryOf<typeof healthCodec>;

/** The address of a view of the Data health page, with defaults left out. */
export function healthHref(query: HealthQuery): string {
  return healthCodec.href("/data-health", query);
}
