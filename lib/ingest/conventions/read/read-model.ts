import { spanTraits } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isRecord, parsed, scalarText } from "../json";
import { bodyKeys, hitsOf, readWord, type Scanned } from "./read-word";

const memberKeys = ["model", "model_name", "ls_model_name", "modelId", "model_id"];

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

function modelIn(value: AttributeValue): string | null {
  const object = parsed(value);
  return isRecord(object) ? scalarText(firstMember(object, memberKeys)) : null;
}
