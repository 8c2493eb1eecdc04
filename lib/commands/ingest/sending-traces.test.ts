import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPresentedToken } from "@/lib/auth/program-token";
import { readCase } from "@/lib/store/cases/read-case";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";

const root = join(import.meta.dirname, "../../..");
const documentText = readFileSync(join(root, "docs/sending-traces.md"), "utf8");
const programs = documentText.split(/^## /mu).flatMap((section) => {
  const title = section.split("\n", 1)[0] ?? "";
  const program = /^```(?:ts|python)\n(.*?)^```/msu.exec(section)?.[1];
  return program === undefined ? [] : [{ title, program }];
});

/** What each program says of the conversation, under the names that its SDK sends. */
const sentNames: Readonly<Record<string, string>> = { userId: "user.id", user_id: "user.id" };
const saidPattern = /"?\b(case_id|customer_id|channel|userId|user_id)"?\s*[:=]\s*"([^"]+)"/gu;

function saidBy(program: string): Readonly<Record<string, string>> {
  const said = [...program.matchAll(saidPattern)];
  return Object.fromEntries(
    said.map(([, name = "", value = ""]) => [sentNames[name] ?? name, value]),
  );
}

describe.each(programs)("the program for $title", ({ program }) => {
  it("names the case, the customer and the channel by attributes that are read", async () => {
    const attributes = saidBy(program);
    const span = {
      traceId: "a".repeat(32),
      spanId: "b".repeat(16),
      name: "message",
      startUs: 1e15,
    };
    const words = { "message.role": "customer", "message.content": "My order never arrived." };
    await withTestWorkspace(async ({ ingest, derive, db }) => {
      await ingest(asLines([otlpRequest([{ ...span, attributes: { ...words, ...attributes } }])]));
      expect(await derive()).toEqual(["C-4421"]);
      const stored = await readCase(db, "C-4421");
      expect(stored?.derived.customerId).toBe("cust-17");
      expect(stored?.derived.interactions.map(({ channel }) => channel)).toEqual([
        attributes["channel"],
      ]);
    });
  });
});

it("every header of the programs presents the token's secret", () => {
  const authorizations = [...documentText.matchAll(/authorization(?:=|: ")(Bearer[^"]+)"/gu)];
  expect(authorizations.length).toBeGreaterThan(2);
  for (const [, value = ""] of authorizations) {
    for (const authorization of [value, decodeURIComponent(value)]) {
      const presented = readPresentedToken(new Headers({ authorization }));
      expect(presented).toEqual({ secret: "<secret>", publicId: null });
    }
  }
  const pair = Object.fromEntries(
    [...documentText.matchAll(/"(x-[a-z]+-key)": FI_(\w+)_KEY/gu)].map(([, name, key]) => [
      name,
      key,
    ]),
  ) as Record<string, string>;
  expect(readPresentedToken(new Headers(pair))).toEqual({ secret: "SECRET", publicId: "API" });
});

it("its table links to every section that has a program", () => {
  const linked = [...documentText.matchAll(/^\|.*\(#.*$/gmu)].flatMap(([row]) =>
    [...row.matchAll(/\(#([\w-]+)\)/gu)].map(([, to]) => to),
  );
  const anchors = programs.map(({ title }) => title.toLowerCase().replaceAll(/[()]/gu, ""));
  expect(new Set(linked)).toEqual(new Set(anchors.map((each) => each.replaceAll(" ", "-"))));
});
