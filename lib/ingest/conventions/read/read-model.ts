import { spanTraits } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, member, parsed, scalarText } from "../json";
import { bodyKeys, hitsOf, readWord, type Scanned } from "./read-word";

const memberKeys = [
  "model",
  "model_name",
  "modelName",
  "ls_model_name",
  "modelId",
  "model_id",
  "model_version",
  "modelVersion",
];

/**
 * The model of a span: the attributes that name it; on a model span also the entity, the call
 * parameters, and the request and reply bodies.
 */
export function readModel(scanned: Scanned): string | null {
  const said = readWord(scanned, "model");
  if (said !== null || !spanTraits[scanned.kindReading.kind].hasModel) return said;
  return readWord(scanned, "modelEntity") ?? fromObjects(scanned) ?? fromBodies(scanned);
}

function fromObjects(scanned: Scanned): string | null {
  return firstModel(
    scanned,
    hitsOf(scanned, "modelObject").map(({ key }) => key),
  );
}

function fromBodies(scanned: Scanned): string | null {
  const { scan, kindReading } = scanned;
  return firstModel(scanned, [
    ...bodyKeys(scan.inputs, kindReading),
    ...bodyKeys(scan.outputs, kindReading),
  ]);
}

function firstModel({ span }: Scanned, keys: readonly string[]): string | null {
  for (const key of keys) {
    const model = modelIn(span.attributes.get(key) ?? null);
    if (model !== null) return model;
  }
  return null;
}

/** Members of a request or reply under which the model's name may be. */
const around = [
  "meta",
  "metadata",
  "response_metadata",
  "llm_output",
  "kwargs",
  "data",
  "message",
  "raw",
  "response",
  "invocation_params",
  "replies",
  "messages",
  "generations",
  "output",
];
const deepest = 5;

function modelIn(value: AttributeValue, depth = 0): string | null {
  if (depth > deepest) return null;
  const object = parsed(value);
  if (isList(object)) return modelIn(object.at(-1) ?? null, depth + 1);
  if (!isRecord(object)) return null;
  const own = scalarText(firstMember(object, memberKeys));
  if (own !== null) return own;
  for (const key of around) {
    const inner = member(object, key);
    if (typeof inner !== "object" || inner === null) continue;
    const model = modelIn(inner, depth + 1);
    if (model !== null) return model;
  }
  return null;
}
