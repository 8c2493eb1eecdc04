import { describe, expect, it } from "vitest";
import { outsideLinks } from "./link-template";
import { linkTemplatesSchema } from "./link-template-schema";

const langfuse = { label: "Langfuse", url: "https://langfuse.example.com/trace/{traceId}" };
const span = { label: "Tempo", url: "http://tempo:3000/t/{traceId}?span={spanId}#{sessionId}" };
const ids = { traceId: "4bf92f", spanId: "00f067", sessionId: "call 7/ä&x=1#{traceId}" };

function problemOf(url: string, label = "Langfuse"): string | undefined {
  const parsed = linkTemplatesSchema.safeParse([{ label, url }]);
  return parsed.error?.issues.map(({ message }) => message).join(" ");
}

describe("a template of an address", () => {
  it("may be http or https, with any of the ids after the host", () => {
    const templates = [langfuse, span];
    expect(linkTemplatesSchema.parse(templates)).toEqual(templates);
    expect(linkTemplatesSchema.parse([{ label: " Tempo ", url: ` ${span.url} ` }])).toEqual([span]);
  });

  it.each([
    ["", /address like/u],
    ["langfuse/{traceId}", /address like/u],
    ["https:// /{traceId}", /address like/u],
    ["javascript:alert('{traceId}')", /begin with https/u],
    ["https://ann:secret@tool.example/{traceId}", /password/u],
    ["https://{traceId}.example.com/", /after the host/u],
    ["https://tool.example/{traceid}/{spanId}", /^Only \{traceId\}, /u],
    ["https://tool.example/traces", /^Put \{traceId\}, /u],
  ])("is refused with one sentence that says why: %j", (url, problem) => {
    expect(problemOf(url)).toMatch(problem);
  });

  it("is refused without a name", () => {
    expect(problemOf(langfuse.url, " ")).toContain("name");
  });

  it.each([
    ...[
      "javascript:alert(1)//{traceId}",
      " JavaScript:alert('{traceId}')",
      "java\tscript:a('{traceId}')",
    ],
    ...["\u0001javascript:alert('{traceId}')", "javascript://tool.example/%0Aalert(1)//{traceId}"],
    ...["data:text/html,<script>alert(1)</script>{traceId}", "vbscript:x('{traceId}')"],
    ...[
      "file:///etc/{traceId}",
      "blob:https://tool.example/{traceId}",
      "ftp://tool.example/{traceId}",
    ],
    ...["//tool.example/{traceId}", "/\\tool.example/{traceId}", "{traceId}:alert(1)"],
  ])("is refused where it is neither http nor https: %j", (url) => {
    expect(problemOf(url)).toMatch(/(?:begin with|address like) https:/u);
  });

  it("is one of five at most, each of another name", () => {
    const six = Array.from({ length: 6 }, (_, at) => ({
      ...langfuse,
      label: `Tool ${String(at)}`,
    }));
    expect(linkTemplatesSchema.safeParse(six).success).toBe(false);
    expect(linkTemplatesSchema.safeParse(six.slice(1)).success).toBe(true);
    expect(linkTemplatesSchema.safeParse([langfuse, langfuse]).success).toBe(false);
  });
});

describe("the links of some ids", () => {
  it("have them URL-encoded, a brace in an id included", () => {
    expect(outsideLinks([langfuse, span], ids)).toEqual([
      { label: "Langfuse", href: "https://langfuse.example.com/trace/4bf92f" },
      {
        label: "Tempo",
        href: "http://tempo:3000/t/4bf92f?span=00f067#call%207%2F%C3%A4%26x%3D1%23%7BtraceId%7D",
      },
    ]);
  });

  it("leave out a template whose id is missing, or was masked", () => {
    expect(outsideLinks([langfuse, span], { ...ids, spanId: null })).toHaveLength(1);
    expect(outsideLinks([span], { ...ids, sessionId: "" })).toEqual([]);
    const masked = "chat-<EMAIL:0123456789abcdef>";
    expect(outsideLinks([span], { ...ids, sessionId: masked })).toEqual([]);
    expect(outsideLinks([], ids)).toEqual([]);
  });
});
