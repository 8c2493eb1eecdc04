import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Reading } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { SourceSpan } from "@/lib/domain/trace/span";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { otlpJson } from "./formats/otlp-json";
import { readSpan } from "./read-span";

type Read = { readonly span: SourceSpan; readonly reading: Reading };

async function readAll(path: string): Promise<Read[]> {
  const bytes = readFileSync(path);
  const items = await decodeAll(otlpJson, path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  return items.flatMap((item) =>
    item.type === "span"
      ? [{ span: item.span, reading: readSpan(item.span, defaultSettings) }]
      : [],
  );
}

describe("a real export in seven conventions", () => {
  it("is read without loss: model, tool and turn spans say something", async () => {
    const all = await readAll(requireShared("data/ingest/real-cases.otlp.jsonl.gz"));
    const silent = (part: Reading["part"], isSilent: (reading: Reading) => boolean) =>
      all.filter(({ reading }) => reading.part === part && isSilent(reading)).length;
    const emptyTurns = all.filter(
      ({ span }) => span.attributes.get("lk.pii.user_transcript") === "",
    ).length;
    expect({
      spans: all.length,
      history: silent("history", ({ output, model }) => output === null || model === null),
      tools: silent("tool", ({ input, toolName }) => input === null || toolName === null),
      turns: silent("turn", ({ input, output }) => input === null && output === null) - emptyTurns,
      raw: all.filter(
        ({ reading: { part, input } }) => part === "history" && typeof input === "string",
      ).length,
      findings: all.flatMap(({ reading }) => reading.findings).length,
    }).toEqual({ spans: 19_372, history: 0, tools: 0, turns: 0, raw: 0, findings: 0 });
  });
});
