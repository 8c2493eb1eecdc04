import type { AlertDelivery, DeliveryProblem } from "@/lib/domain/alerts/alert-delivery";
import { formatCounted } from "@/lib/format/format";
import type { DeliveryLine } from "./alerts-model";

/** What became of a message: "Webhook: arrived, at try 2". */
export function deliveryLine({
  by,
  attempts,
  nextUs,
  arrivedUs,
  problem,
}: AlertDelivery): DeliveryLine {
  const name = by === "webhook" ? "Webhook" : "Mail";
  if (arrivedUs !== null) {
    const tries = attempts === 1 ? "" : ` at try ${String(attempts)}`;
    const arrived = by === "mail" ? "taken by the mail server" : "arrived";
    return { tone: "pass", label: `${name}: ${arrived}${tries}` };
  }
  if (problem === null) return { tone: "none", label: `${name}: on its way` };
  const why = problemWords(problem);
  if (nextUs === null) {
    return {
      tone: "fail",
      label: `${name}: given up after ${formatCounted(attempts, "try", "tries")}, ${why}`,
    };
  }
  return {
    tone: "warn",
    label: `${name}: try ${String(attempts)} failed, ${why}; it is tried again`,
  };
}

/** Why an attempt failed. */
function problemWords(problem: DeliveryProblem): string {
  switch (problem) {
    case "no-answer":
      return "no answer within 10 seconds";
    case "unreachable":
      return "the server can’t be reached";
    case "redirected":
      return "the address leads elsewhere";
    case "not-set-up":
      return "it is not set up";
    case "no-address":
      return "its owner has no address";
    default:
      return `the server answered ${problem.slice("status-".length)}`;
  }
}
