import type { ToolCall } from "@/lib/domain/trace/reading";
import { keepSpans, type DraftMessage } from "./transcript";
import { callKey } from "./utterance-key";

/** A message and its index in the contact. */
type Placed = { readonly message: DraftMessage; readonly index: number };

/** A tool call of a step. `holder` is the message of its span, if it has one. */
type StepCall = {
  readonly call: ToolCall;
  readonly index: number;
  holder: Placed | null;
  /** Its result is known by the call's id or the tool's name. */
  isSettled: boolean;
};

/** What an agent does until its results are there: the calls, and the results without a call's id. */
class Step {
  readonly calls: StepCall[] = [];
  /** Results that state their tool's name. */
  readonly named: Placed[] = [];
  readonly unnamed: Placed[] = [];
  /** Calls without a message, in order, by name and by name with arguments. */
  private readonly open = new Map<string, Set<StepCall>>();

  addCall(call: ToolCall, index: number, holder: Placed | null): void {
    const added = { call, index, holder, isSettled: false };
    this.calls.push(added);
    if (holder !== null) return;
    for (const key of keysOf(call)) addTo(this.open, key, added);
  }

  /** The call that a span's message, or a result with an id, belongs to: the one with its arguments, else its name. */
  takeCall(made: Pick<ToolCall, "name" | "args">): StepCall | undefined {
    const sets = keysOf(made).map((key) => this.open.get(key));
    const found = sets.map(firstOf).find((each) => each !== undefined);
    if (found !== undefined)
      for (const key of keysOf(found.call)) this.open.get(key)?.delete(found);
    return found;
  }
}

/** The more exact first. */
function keysOf({ name, args }: Pick<ToolCall, "name" | "args">): readonly string[] {
  return [callKey(name, args), `name:${name}`];
}

function addTo(sets: Map<string, Set<StepCall>>, key: string, call: StepCall): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([call]));
  else set.add(call);
}

function firstOf(set: ReadonlySet<StepCall> | undefined): StepCall | undefined {
  return set?.values().next().value;
}

/**
 * Gives tool results that carry no call id to the calls they answer: by the tool's name if they state
 * it, else in the order of the calls. By order only where a step has as many results as calls: one
 * too few, and nobody knows which call has none.
 *
 * A tracer that waits for results may take the first of several for that of the call made last, and
 * leave the others without. So where a prompt completes the results, its order counts more than
 * which span has which.
 * @param messages a contact's messages in order
 */
export function pairResults(messages: readonly DraftMessage[]): readonly DraftMessage[] {
  if (!messages.some((message) => message.answers === "unknown")) return messages;
  /** What stands in a message's place; null where it went to its call. */
  const replaced = new Map<DraftMessage, DraftMessage | null>();
  for (const step of splitSteps(messages)) {
    pairByName(step, replaced);
    pairByOrder(step, replaced);
  }
  return messages.flatMap((message) => {
    const instead = replaced.get(message);
    if (instead === undefined) return [message];
    return instead === null ? [] : [instead];
  });
}

/** A step ends with an utterance, and with a call after its results. */
function splitSteps(messages: readonly DraftMessage[]): readonly Step[] {
  let step = new Step();
  const steps = [step];
  const begin = (): void => {
    step = new Step();
    steps.push(step);
  };
  messages.forEach((message, index) => {
    const { tool, toolCalls } = message;
    if (tool === null) {
      if (message.text.trim() !== "" || step.unnamed.length > 0) begin();
      for (const call of toolCalls) step.addCall(call, index, null);
      return;
    }
    if (message.answers === "unknown") {
      (tool.name === "" ? step.unnamed : step.named).push({ message, index });
      return;
    }
    const made = step.takeCall(tool);
    if (message.answers === "id") {
      if (made !== undefined) made.isSettled = true;
      return;
    }
    if (made !== undefined) {
      made.holder = { message, index };
      return;
    }
    if (step.unnamed.length > 0) begin();
    step.addCall({ id: null, name: tool.name, args: tool.args }, index, { message, index });
  });
  return steps;
}

type Replaced = Map<DraftMessage, DraftMessage | null>;

function pairByName(step: Step, replaced: Replaced): void {
  const waiting = new Map<string, Set<StepCall>>();
  for (const call of step.calls) {
    if (!call.isSettled && !hasResult(call)) addTo(waiting, call.call.name, call);
  }
  for (const result of step.named) {
    const sameName = waiting.get(result.message.tool?.name ?? "");
    const call = firstOf(sameName);
    if (call === undefined || call.index > result.index) continue;
    giveResult(call, result, replaced);
    call.isSettled = true;
    sameName?.delete(call);
  }
}

function pairByOrder({ calls, unnamed }: Step, replaced: Replaced): void {
  if (unnamed.length === 0) return;
  const left = calls.filter(({ isSettled }) => !isSettled);
  const recorded = left.flatMap((call) =>
    call.holder !== null && hasResult(call) ? [call.holder] : [],
  );
  if (recorded.length + unnamed.length !== left.length) return;
  // Spans that began in another order than their calls were made say themselves which result is whose.
  const isInOrder = recorded.every(({ index }, at) => index > (recorded[at - 1]?.index ?? -1));
  const results = isInOrder
    ? [...recorded, ...unnamed].toSorted((a, b) => a.index - b.index)
    : unnamed;
  const waiting = isInOrder ? left : left.filter((call) => !hasResult(call));
  const pairs = waiting.map((call, position) => ({ call, result: results[position] }));
  if (!pairs.every(({ call, result }) => canBeResult(call, result))) return;
  for (const { call, result } of pairs) {
    if (result !== undefined) giveResult(call, result, replaced);
  }
}

function hasResult({ holder }: StepCall): boolean {
  return holder !== null && holder.message.text !== "";
}

/** A result follows its call; a call without a span takes none from another call's span. */
function canBeResult(call: StepCall, result: Placed | undefined): boolean {
  if (result === undefined || result.index < call.index) return false;
  return call.holder !== null || result.message.answers === "unknown";
}

function giveResult({ call, holder }: StepCall, result: Placed, replaced: Replaced): void {
  const { message } = result;
  if (holder?.message === message) return;
  const hasFailed = holder?.message.text === "" && holder.message.tool?.isError === true;
  const isError = message.tool?.isError === true || hasFailed;
  const tool = { name: call.name, args: call.args, isError };
  if (holder === null) {
    replaced.set(message, { ...message, tool });
    return;
  }
  const { message: own } = holder;
  replaced.set(own, {
    ...own,
    text: message.text,
    tool: { ...tool, name: own.tool?.name ?? call.name, args: own.tool?.args ?? call.args },
    spans: keepSpans([...own.spans, ...message.spans]),
  });
  if (message.answers === "unknown") replaced.set(message, null);
}
