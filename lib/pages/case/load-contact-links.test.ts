import { expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { readContactLinks } from "./load-contact-links";

const startUs = 1_780_000_000_000_000;
const templates = [
  { label: "Spans", url: "https://tool.example/{traceId}/{spanId}" },
  { label: "Sessions", url: "https://tool.example/s/{sessionId}" },
];

it("a contact leads to its first trace at its first message, and to its session where that is known", async () => {
  await withTestWorkspace(async ({ db, ingestRequests, derive }) => {
    await ingestRequests([
      said("a", { channel: "chat", "session.id": "chat 7/8" }),
      said("b", { channel: "chat", "session.id": "chat 7/8" }, 60),
      said("c", { channel: "voice" }, 3600),
      said("d", { channel: "email", "session.id": "of ann.lee@example.com" }, 7200),
    ]);
    await derive();
    const messages = (await readCase(db, "C-1"))?.derived.messages ?? [];
    const links = await readContactLinks(db, templates, messages);
    const span = (letter: string) => ({
      label: "Spans",
      href: `https://tool.example/${letter.repeat(32)}/${"e".repeat(16)}`,
    });
    expect([...links]).toEqual([
      [
        0,
        {
          links: [span("a"), { label: "Sessions", href: "https://tool.example/s/chat%207%2F8" }],
          traces: 2,
        },
      ],
      [1, { links: [span("c")], traces: 1 }],
      [2, { links: [span("d")], traces: 1 }],
    ]);
    expect((await readContactLinks(db, [], messages)).size).toBe(0);
  });
});

function said(trace: string, of: Readonly<Record<string, string>>, afterSeconds = 0): object {
  return otlpRequest([
    {
      traceId: trace.repeat(32),
      spanId: "e".repeat(16),
      name: "message",
      startUs: startUs + afterSeconds * 1_000_000,
      attributes: {
        ...of,
        ...{ case_id: "C-1", "message.role": "customer", "message.content": "My line is down." },
      },
    },
  ]);
}
