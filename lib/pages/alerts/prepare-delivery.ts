import type { AlertDelivery, DeliveryProblem } from "@/lib/domain/alerts/alert-delivery";
import type { DeliveryLine } from "./alerts-model";
import * as words from "./words/page";

/** What became of a message: "Webhook: arrived, at try 2". */
export function deliveryLine({
  by,
  attempts,
  nextUs,
  arrivedUs,
  problem,
}: AlertDelivery): DeliveryLine {
  const name = words.delivery[by];
  if (arrivedUs !== null) {
    const arrived = by === "mail" ? words.delivery.taken : words.delivery.arrived;
    return { tone: "pass", label: `${name}: ${words.atTry(arrived, attempts)}` };
  }
  if (problem === null) return { tone: "none", label: `${name}: ${words.delivery.pending}` };
  const why = problemWords(problem);
  if (nextUs === null) {
    return {
      tone: "fail",
      label: `${name}: ${words.givenUp(attempts, why)}`,
    };
  }
  return {
    tone: "warn",
    label: `${name}: ${words.triedAgain(attempts, why)}`,
  };
}

/** Why an attempt failed. */
function problemWords(problem: DeliveryProblem): string {
  switch (problem) {
    case "no-answer":
    case "unreachable":
    case "redirected":
    case "address-refused":
    case "not-set-up":
    case "no-address":
      return words.deliveryProblems[problem];
    default:
      return words.serverAnswered(problem.slice("status-".length));
  }
}
