import { formatCounted } from "@/lib/format/format";

export const cameBack = {
  title: "What came back",
  nothing: "Nothing came back for three customers or more.",
  first: "First",
  back: "Back",
  noneHeld: "No step stands out among cases that stayed resolved.",
  held: "What held:",
  tableSubtitle:
    "After they were called resolved; no step clearly stands out where they did not come back",
  columns: {
    topic: "Topic",
    customers: "Customers back",
    half: "Half back within",
    cases: "Cases",
  },
} as const;

/** @param windowDays within which another case counts as a return */
export function cameBackNote(windowDays: number): string {
  return `Called resolved: the case was closed, or the contact ended as likely resolved or said to be done. It came back where the same customer was in touch about it again, in the case or within ${formatCounted(windowDays, "day")} in another one, on any channel; customers count once.`;
}

/** Goes on after "13 of 22 customers (39–77%)". @param after "4 d 2 h" */
export function cameBackWithin(after: string): string {
  return `came back about it after it was called resolved, half of them within ${after}:`;
}

export function moreCameBack(topics: number): string {
  return `${formatCounted(topics, "more topic")} came back`;
}
