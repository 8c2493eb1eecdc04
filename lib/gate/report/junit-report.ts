import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { GateRuleState } from "@/lib/domain/gate/verdict";
import type { GateDescription } from "@/lib/format/gate/describe-verdict";
import { html as xml, type Html } from "@/lib/format/html";
import { listLine } from "./list-line";

type Outcome = "passed" | "failure" | "error" | "skipped";

/**
 * A verdict as JUnit XML, a test case a rule: one fails or errs exactly if the exit code is not 0. Cases of the cohort
 * are no test cases, because a release that passes has some that failed; they are listed with the rule that decided.
 */
export function junitReport(
  { title, share, decided, decidedBy, signOff, rules, remarks, lists }: GateDescription,
  policy: GatePolicy,
): string {
  const cases = rules.map((each) => ({ ...each, outcome: outcomeOf(each.state, policy, signOff) }));
  const count = (wanted: Outcome) => cases.filter(({ outcome }) => outcome === wanted).length;
  const listed = lists.map(listLine).join("\n");
  const counts = [cases.length, count("failure"), count("error"), count("skipped")] as const;
  const [tests, failures, errors, skipped] = counts;
  const lines = [
    xml`<?xml version="1.0" encoding="UTF-8"?>`,
    xml`<testsuites name="throughline gate" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">`,
    xml`<testsuite name="${title}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">`,
    ...cases.map(({ rule, name, words, outcome }) => {
      const found = finding(outcome, words, rule === decidedBy ? listed : "");
      return xml`<testcase classname="gate" name="${name}">${found}</testcase>`;
    }),
    xml`<system-out>${[share, decided, ...(signOff === null ? [] : [signOff]), ...remarks].join("\n")}</system-out>`,
    xml`</testsuite>`,
    xml`</testsuites>`,
  ];
  return lines.map((line) => `${line.html}\n`).join("");
}

function outcomeOf(
  state: GateRuleState,
  { notProven }: GatePolicy,
  signOff: GateDescription["signOff"],
): Outcome {
  switch (state) {
    case "invalid":
      return "error";
    case "blocks":
      return "failure";
    case "not_proven":
      return notProven === "allow" || signOff !== null ? "skipped" : "failure";
    case "not_checked":
      return "skipped";
    case "met":
      return "passed";
  }
}

function finding(outcome: Outcome, words: string, listed: string): Html {
  switch (outcome) {
    case "error":
      return xml`<error message="${words}">${listed}</error>`;
    case "failure":
      return xml`<failure message="${words}">${listed}</failure>`;
    case "skipped":
      return xml`<skipped message="${words}"/>`;
    case "passed":
      return xml`<system-out>${words}</system-out>`;
  }
}
