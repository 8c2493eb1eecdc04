import { writeFileSync } from "node:fs";
import { nowUs } from "@/lib/clock/server";
import { asLines, otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";

type Region = "EU" | "US";

/** Ids of a region's case, customer and trace. */
export function idsOf(region: Region): Readonly<Record<"cases" | "customers" | "traces", string>> {
  const traces = (region === "EU" ? "e" : "a").repeat(32);
  return { cases: `region-${region}`, customers: `customer-${region}`, traces };
}

/**
 * Writes an export with a case of each region.
 * @returns the file
 */
export function writeTwoRegions(file: string): string {
  writeFileSync(file, asLines([otlpRequest([spanOf("EU"), spanOf("US")])]));
  return file;
}

function spanOf(region: Region): PlainSpan {
  const { cases, customers, traces: traceId } = idsOf(region);
  return {
    traceId,
    spanId: traceId.slice(16),
    name: "message",
    startUs: nowUs() - 40 * 86_400_000_000,
    attributes: {
      case_id: cases,
      customer_id: customers,
      channel: "chat",
      region,
      "message.role": "customer",
      "message.content": "My bassoon arrived without a bocal.",
    },
  };
}
