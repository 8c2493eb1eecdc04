import { ownEntry } from "@/lib/domain/own-entry";
import type { z } from "zod";

/** What is wrong with a value, to follow the name of its field. @param candidate what was parsed */
export function issueWords(issue: z.core.$ZodIssue, candidate: object): string {
  const value = issue.path.reduce<unknown>(
    (at, part) => (typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined),
    candidate,
  );
  if (issue.code === "custom") return issue.message;
  if (value === undefined || value === null) return "is missing";
  const shown = typeof value === "string" ? `“${value}”` : JSON.stringify(value);
  switch (issue.code) {
    case "invalid_value":
      return `is ${shown}, which is none of ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return `is ${shown}, which is none of verbatim, meaning`;
    case "invalid_type":
      return `is no ${ownEntry(kindWords, issue.expected) ?? issue.expected}`;
    case "too_small":
      return Number(issue.minimum) === 1 && issue.origin !== "number"
        ? "is empty"
        : `is less than ${String(issue.minimum)}`;
    case "too_big":
      return `is more than ${String(issue.maximum)}`;
    case "invalid_format":
      return `is ${shown}, which is not written as ${formatOf(issue) ?? issue.format}`;
    case "invalid_key":
      return "is not named in lower-case letters, digits and underscores";
    default:
      return issue.message;
  }
}

const kindWords: Readonly<Record<string, string>> = {
  string: "text",
  array: "list",
  object: "group of fields",
  int: "whole number",
  boolean: "true or false",
};

function formatOf({ path }: z.core.$ZodIssue): string | undefined {
  return path
    .map((part) => ownEntry(formatWords, String(part)))
    .find((words) => words !== undefined);
}

const formatWords: Readonly<Record<string, string>> = {
  id: "lower-case letters, digits and hyphens",
  jurisdictions: "US, US-CA, EU or “*”",
  effectiveFrom: "a day like 2026-08-02",
  effectiveTo: "a day like 2026-08-02",
  from: "a day like 2026-08-02",
  to: "a day like 2026-08-02",
};
