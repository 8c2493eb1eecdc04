import type { AssembledCase, Closure, Evidence, Message } from "@/lib/domain/case/case";
import { endingContacts } from "@/lib/domain/case/ending-contact";
import { satisfies } from "../words/actions";
import { asksTheCustomer } from "../words/asks-the-customer";
import { isRefusal } from "../words/failure";
import { findRequestedActions, type RequestedAction } from "../words/requests";
import { isTransferCall } from "../words/transfer";
import { namesAnotherValue } from "./names-another-value";
import { findWrites, isFailedCall, type Write } from "./find-writes";
import { findIdentifiers, isAboutTheRequest, namesAll } from "./match-entities";

/**
 * The case's only write did what the customer requested: the same action, on the named entity, for
 * an agreed amount, with no failure, refusal, transfer or further request. Weaker matches do not
 * beat the base rate of success (docs/decisions/0002-closure-evidence.md).
 */
export function proveByWrite(assembled: AssembledCase): Closure | null {
  const { messages, interactions } = assembled;
  const writes = findWrites(messages);
  const write = writes[0];
  if (write?.hasSucceeded !== true || writes.length > 1) return null;
  const [ending, other] = endingContacts(interactions);
  if (other !== undefined || write.message.interaction !== ending?.ordinal) return null;
  if (messages.some((message) => isSetback(message, write))) return null;
  if (namesAnotherValue(write.message, messages) || isAskedBack(messages)) return null;
  const requests = listRequests(messages);
  const first = requests[0];
  if (first === undefined || !requests.every((each) => isAnswered(each, write, messages))) {
    return null;
  }
  return {
    method: "system_action_verified",
    evidence: "verified",
    because: `${write.message.tool?.name ?? "A tool"} succeeded for what the customer had asked to ${first.action}, and no request is left open.`,
    quotes: [quote(first), whole(write.message)],
  };
}

/** The agent's last words want something of the customer. */
function isAskedBack(messages: readonly Message[]): boolean {
  const final = messages.findLast(({ tool, text }) => tool === null && text !== "");
  return final?.speaker === "agent" && asksTheCustomer(final.text);
}

type Request = RequestedAction & { readonly message: Message };

function listRequests(messages: readonly Message[]): readonly Request[] {
  return messages
    .filter((message) => message.speaker === "customer")
    .flatMap((message) =>
      findRequestedActions(message.text).map((requested) => ({ ...requested, message })),
    );
}

/** Written after the request, with its action, on every entity that the request names. */
function isAnswered(request: Request, write: Write, messages: readonly Message[]): boolean {
  if (write.message.ordinal < request.message.ordinal) return false;
  if (!satisfies(write.action, request.action)) return false;
  const args = write.message.tool?.args ?? "";
  if (!namesAll(args, findIdentifiers(request.sentence.text))) return false;
  const before = messages.slice(0, write.message.ordinal);
  return isAboutTheRequest(args, {
    byCustomer: join(before.filter((message) => message.speaker === "customer")),
    byBoth: join(before.filter((message) => message.tool === null)),
  });
}

/** Any failure, refusal or transfer means that the write was not all that happened. */
function isSetback(message: Message, write: Write): boolean {
  if (message.tool !== null) {
    if (isTransferCall(message.tool.name)) return true;
    return message !== write.message && isFailedCall(message);
  }
  if (message.speaker === "agent") return isRefusal(message.text);
  return message.ordinal > write.message.ordinal && message.text.includes("?");
}

function join(messages: readonly Message[]): string {
  return messages.map((message) => message.text).join("\n");
}

function quote(request: Request): Evidence {
  const { start, end } = request.sentence;
  return { message: request.message.ordinal, start, end };
}

function whole(message: Message): Evidence {
  return { message: message.ordinal, start: 0, end: message.text.length };
}
