const transferVerbs = /(^|_)(transfer|escalate|handoff|hand_off|handover|hand_over)(_|$)/;

/** True for a tool that transfers the customer, by the words of its name. */
export function isTransferCall(toolName: string): boolean {
  return transferVerbs.test(snakeCase(toolName)) && !/(money|fund|payment|balance)/i.test(toolName);
}

const personAsked =
  /\b(speak|talk|connect|transfer|escalate|get|chat|put)\b.{0,40}\b(human|person|someone|somebody|representative|rep|supervisor|manager|live agent|real agent|an? agent|operator)\b/i;

const personWanted =
  /\b(i want|i need|i['’]d like|give me|get me) (an?|your) (\w+ )?(human|person|representative|rep|supervisor|manager|agent|operator)\b/i;

/** "Is there somebody else I can talk to?" */
const elseAsked =
  /\b(?:human|person|someone|somebody|anyone|anybody|supervisor|manager|agent|higher[- ]up)\b[^.?!]{0,40}\b(?:i|we) (?:can|could|may|might) (?:speak|talk|chat)\b/i;

/** "I'd rather not be transferred to a person". */
const unwanted =
  /(?<!why )\b(?:(?:do|does|did|would|will)(?: not|n['’]t)|(?:rather|prefer|want|asking|trying) not|not (?:asking|looking|trying|want)|never|without|rather than|instead of|no need to)\b[^.?!,;]{0,40}$/i;

/** True if the customer asks for a human or for somebody else. */
export function asksForPerson(text: string): boolean {
  return [personAsked, personWanted, elseAsked].some((asked) => {
    const found = asked.exec(text);
    return found !== null && !unwanted.test(text.slice(0, found.index));
  });
}

/** A tool name in snake_case, however it was written. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}
