import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/domain/case/case";
import type { MessageView } from "@/lib/pages/case/case-page-model";
import { segmentText, type QuoteRange } from "@/lib/format/segment-text";
import { MessageItem } from "./message-item";

const message: Message = {
  ordinal: 4,
  interaction: 0,
  speaker: "customer",
  agentKind: "unknown",
  agentId: null,
  text: "",
  toolCalls: [],
  tool: null,
  atUs: 1_767_600_000_000_000,
  spans: [],
  promptName: null,
  promptVersion: null,
  model: null,
};

function draw(
  fields: Partial<Message>,
  ranges: readonly QuoteRange[] = [],
  calls: MessageView["calls"] = [],
): string {
  const drawn = { ...message, ...fields };
  const segments = segmentText(drawn.text, ranges);
  const view = {
    message: drawn,
    segments,
    calls,
    failedCalls: [],
    traceHref: null,
    isQuoted: ranges.length > 0,
  };
  return renderToStaticMarkup(<MessageItem view={view} />);
}

const call = { id: null, name: "get_order", args: '{"id":1}' };

describe("MessageItem", () => {
  it("draws markup in a message as the characters it is", () => {
    const html = draw({ text: `<script>alert("1")</script><img src=x onerror=a()>` });
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
  });

  it("marks quoted words where a link can find them", () => {
    const html = draw({ text: "That solved it, thanks." }, [{ ref: 3, start: 0, end: 14 }]);
    expect(html).toContain('<mark id="q3" tabindex="-1">That solved it</mark>');
    expect(html).toContain('id="m4"');
  });

  it("draws a masked value as masked, with its kind and without its whole pseudonym", () => {
    const html = draw({ text: "Call <PHONE:3f9a0c1b2d4e5f60>" });
    expect(html).toContain('title="phone, masked before it was stored (3f9a…)"');
    expect(html).not.toContain("3f9a0c1b2d4e5f60");
  });

  it("folds a tool's answer, unless words of it are quoted", () => {
    const tool = { name: "get_order", args: "", isError: true };
    const answer = { speaker: "tool", text: "timeout", tool } as const;
    expect(draw(answer)).toContain("<details>");
    expect(draw(answer)).toContain("failed");
    expect(draw(answer, [{ ref: 1, start: 0, end: 7 }])).toContain('<details open="">');
  });

  it("says nothing where an agent only called a tool", () => {
    const html = draw({ speaker: "agent", agentKind: "ai" }, [], [call]);
    expect(html).toContain("get_order");
    expect(html).not.toContain('whitespace-pre-wrap [overflow-wrap:anywhere]"></p>');
  });

  it("draws an agent's unanswered calls before its words", () => {
    const html = draw({ speaker: "agent", text: "I will look.", toolCalls: [call] }, [], [call]);
    expect(html.indexOf("Call: ")).toBeGreaterThan(-1);
    expect(html.indexOf("Call: ")).toBeLessThan(html.indexOf("I will look."));
    expect(draw({ speaker: "agent", text: "Sent.", toolCalls: [call] })).not.toContain("Call: ");
  });
});
