import {
  closureEvidences,
  type AssembledCase,
  type Closure,
  type ClosureEvidence,
  type ClosureMethod,
} from "@/lib/domain/case/case";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import { mergeRecords } from "../merge-records";
import type { ClosureInput } from "./closure-input";
import { findWrites } from "./find-writes";
import { isSettledWord, isUnsettledWord, readClosureMethod } from "./read-closure-code";

/** Closure by the CRM's closure code, or null if no code means solved. */
export function proveByRecord(given: ClosureInput): Closure | null {
  const code = mergeRecords(given.records).closureCode;
  if (code === null || !isSettledWord(code)) return null;
  return {
    method: readClosureMethod(code) ?? "operator_console",
    evidence: "verified",
    because: `The CRM closed the case as "${code}".`,
    quotes: [],
  };
}

/** A CRM closure code that means "not solved"; it overrides any judgement. */
export function denyByRecord(given: ClosureInput): Closure | null {
  const code = mergeRecords(given.records).closureCode;
  if (code === null || !isUnsettledWord(code)) return null;
  return {
    method: readClosureMethod(code) ?? "operator_console",
    evidence: "none",
    because: `The CRM closed the case as "${code}".`,
    quotes: [],
  };
}

/** The closing method stated by the closing event or the CRM's code, or null. */
export function readStatedMethod(given: ClosureInput): ClosureMethod | null {
  const said = findClosedEvent(given)?.closureMethod;
  const code = mergeRecords(given.records).closureCode;
  const fromEvent = said === undefined ? null : readClosureMethod(said);
  if (fromEvent !== null) return fromEvent;
  if (code === null) return null;
  return readClosureMethod(code) ?? "operator_console";
}

/**
 * Closure by the evidence that the closing event states. It is the exporter's claim; it counts as
 * "assumed" at most if a timer closed the case or the last attempt in it failed.
 */
export function proveByEvent(given: ClosureInput): Closure | null {
  const event = findClosedEvent(given);
  if (event === undefined) return null;
  const method = event.closureMethod === undefined ? null : readClosureMethod(event.closureMethod);
  const stated = statedEvidence(event, method);
  if (stated === null) return null;
  const isDoubtful = isTimed(method) || isLastWriteFailed(given.assembled);
  const isCapped =
    isDoubtful && (stated === "verified" || stated === "confirmed" || stated === "judged");
  return {
    method: method ?? "unknown",
    evidence: isCapped ? "assumed" : stated,
    because: isCapped
      ? `The closing event says ${stated}, which what happened in the case does not bear out.`
      : `The closing event says ${stated}; it is the exporter's word.`,
    quotes: [],
  };
}

function findClosedEvent(given: ClosureInput): CaseEvent | undefined {
  return given.caseEvents
    .filter((event) => event.name === "closed")
    .toSorted((a, b) => a.atUs - b.atUs || compareText(JSON.stringify(a), JSON.stringify(b)))
    .at(-1);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function statedEvidence(event: CaseEvent, method: ClosureMethod | null): ClosureEvidence | null {
  const said = event.closureEvidence?.trim().toLowerCase();
  const stated = closureEvidences.find((evidence) => evidence === said);
  if (stated !== undefined) return stated;
  return method === "customer_confirm" ? "confirmed" : null;
}

function isTimed(method: ClosureMethod | null): boolean {
  return (
    method === "auto_resolve_inactivity" ||
    method === "automation_rule" ||
    method === "followup_sequence_end"
  );
}

function isLastWriteFailed(assembled: AssembledCase): boolean {
  return findWrites(assembled.messages).at(-1)?.hasSucceeded === false;
}
