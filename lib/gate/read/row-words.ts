import { ownEntry } from "@/lib/domain/own-entry";
import type { z } from "zod";

/** The sentence about the first thing that is wrong: "channels: is missing; state it". */
export function issueWords(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  return `${place === "" ? "" : `${place}: `}${issue?.message ?? "unreadable"}`;
}

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** Says what is wrong with a value and what to do, where its schema doesn't: an error map of zod. */
export function rowError(issue: Issue): string | undefined {
  switch (issue.code) {
    case "unrecognized_keys": {
      const keys = issue.keys.map((key) => JSON.stringify(key)).join(", ");
      return `has ${keys}, which is no field here; correct the name or leave it out`;
    }
    case "invalid_type":
      if (issue.input === undefined) return "is missing; state it";
      return `must be ${ownEntry(kinds, issue.expected) ?? issue.expected}, not ${kindOf(issue.input)}`;
    case "too_big":
      return `must be at most ${String(issue.maximum)}`;
    case "too_small":
      return `must be at least ${String(issue.minimum)}`;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`;
    default:
      return undefined;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list in [ ]",
  object: "fields in { }",
  record: "fields in { }",
};

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : (ownEntry(valueKinds, typeof value) ?? typeof value);
}

const valueKinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  object: "fields",
};
