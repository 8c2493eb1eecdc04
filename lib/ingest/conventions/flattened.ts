import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import { isList } from "./json";

type Node = Map<string, Node | AttributeValue>;

/** Deeper than any convention nests; the rest of a longer key is dropped. */
const deepest = 16;

/**
 * Rebuilds lists and objects from dotted keys (`llm.input_messages.0.message.role`) of one family.
 * @param prefix ends with a dot; the index follows
 * @returns the list in order of index, without gaps
 */
export function unflatten(
  attributes: Attributes,
  keys: readonly string[],
  prefix: string,
): readonly AttributeValue[] {
  const root: Node = new Map();
  for (const key of keys) {
    const value = attributes.get(key) ?? null;
    // traceAI for the AI SDK writes all members of a part, those that it has not as null.
    if (value !== null) place(root, key.slice(prefix.length).split(".", deepest), value);
  }
  const list = toValue(root);
  return isList(list) ? list : [list];
}

function place(root: Node, path: readonly string[], value: AttributeValue): void {
  let node = root;
  for (const step of path.slice(0, -1)) {
    let next = node.get(step);
    if (!(next instanceof Map)) {
      next = new Map<string, Node | AttributeValue>();
      node.set(step, next);
    }
    node = next;
  }
  const last = path.at(-1) ?? "";
  if (!(node.get(last) instanceof Map)) node.set(last, value);
}

function toValue(node: Node): AttributeValue {
  const names = [...node.keys()];
  // An index out of range loses its own item only.
  const isIndexed = names.some(isIndex) && names.every(isNumber);
  const steps = isIndexed ? names.filter(isIndex) : names;
  if (isIndexed) {
    steps.sort((left, right) => Number(left) - Number(right));
    return steps.map((step) => leaf(node.get(step)));
  }
  return Object.fromEntries(steps.sort().map((step) => [step, leaf(node.get(step))]));
}

function isIndex(step: string): boolean {
  return step.length <= 9 && isNumber(step);
}

function isNumber(step: string): boolean {
  if (step.length === 0) return false;
  for (let at = 0; at < step.length; at += 1) {
    const code = step.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function leaf(value: Node | AttributeValue | undefined): AttributeValue {
  if (value instanceof Map) return toValue(value);
  return value ?? null;
}
