import { expect, it } from "vitest";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { statement, type Database } from "../port";
import { readPromptTexts } from "./prompt-texts";

const startUs = 1_780_000_000_000_000;
let spans = 0;

type Call = {
  readonly prompt?: string;
  readonly version?: string;
  readonly release?: string;
  /** The system prompt in an attribute of its own, or as the first input message. */
  readonly system?: string;
  readonly first?: string;
};

/** A model call of a case. */
function call(caseId: string, { prompt, version, release, system, first }: Call): object {
  spans += 1;
  const message = (role: string, content: string) => ({ role, parts: [{ type: "text", content }] });
  const input = [
    ...(first === undefined ? [] : [message("system", first)]),
    message("user", "Where is my flugelhorn?"),
  ];
  return otlpRequest([
    {
      traceId: spans.toString(16).padStart(32, "0"),
      spanId: "2".repeat(16),
      name: "chat",
      startUs: startUs + spans * 1_000_000,
      attributes: {
        ...{ case_id: caseId, channel: "chat", "gen_ai.operation.name": "chat" },
        ...(prompt === undefined ? {} : { "gen_ai.prompt.name": prompt }),
        ...(version === undefined ? {} : { "gen_ai.prompt.version": version }),
        ...(release === undefined ? {} : { release }),
        ...(system === undefined
          ? {}
          : {
              "gen_ai.system_instructions": JSON.stringify([{ type: "text", content: system }]),
            }),
        "gen_ai.input.messages": JSON.stringify(input),
        "gen_ai.output.messages": JSON.stringify([message("assistant", "On its way.")]),
      },
    },
  ]);
}

async function keysOf(db: Database): Promise<number[]> {
  return db.read(async (connection) =>
    (await statement<[], { id: number }>(connection, "SELECT id FROM cases ORDER BY id").all()).map(
      ({ id }) => id,
    ),
  );
}

it("counts the texts of a prompt's version by case and span, wherever the spans carry them", async () => {
  await withTestWorkspace(async ({ db, ingestRequests, derive }) => {
    const core = { prompt: "core", version: "v1", release: "r1" };
    await ingestRequests([
      call("C-1", { ...core, system: "Be brief." }),
      call("C-1", { ...core, system: "Be brief." }),
      call("C-2", { ...core, first: "Be brief." }),
      call("C-3", { ...core, system: "Be kind." }),
      call("C-3", { ...core }),
      call("C-4", { ...core, version: "v2", release: "r2", system: "Be kind, and brief." }),
      call("C-5", { version: "v1", release: "r2", system: "Have no name." }),
    ]);
    await derive();
    const keys = await keysOf(db);
    const read = (kind: "prompt" | "release", name: string, own: readonly number[] = keys) =>
      readPromptTexts(db, own, { kind, name });
    expect(await read("prompt", "core@v1")).toEqual({
      texts: [
        { prompt: "core", text: "Be brief.", cases: 2, spans: 3, caseId: "C-1" },
        { prompt: "core", text: "Be kind.", cases: 1, spans: 1, caseId: "C-3" },
      ],
      count: 2,
      cases: 3,
    });
    expect((await read("prompt", "v1")).texts.map(({ text }) => text)).toEqual(["Have no name."]);
    expect((await read("release", "r2")).texts.map(({ prompt, text }) => [prompt, text])).toEqual([
      ["core", "Be kind, and brief."],
      ["", "Have no name."],
    ]);
    // Only the cases that were asked for: what a viewer may not see is not among them.
    expect(await read("prompt", "core@v1", keys.slice(2, 3))).toMatchObject({
      texts: [{ text: "Be kind." }],
      cases: 1,
    });
    expect(await read("prompt", "core@v9")).toEqual({ texts: [], count: 0, cases: 0 });
  });
});
