import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ciede2000, labOf } from "@/lib/testing/colour/ciede2000";
import { contrast } from "@/lib/testing/colour/contrast";
import type { Rgb } from "@/lib/testing/colour/oklch";
import { readTokens } from "@/lib/testing/colour/read-tokens";
import { seeAs, type Vision } from "@/lib/testing/colour/see-as";

const [light, dark, systemDark] = readTokens(
  readFileSync(join(process.cwd(), "app", "tokens.css"), "utf8"),
);
const channels = ["voice", "chat", "email", "sms", "social", "in-app"];
const surfaces = ["canvas", "panel", "sunken", "hover", "selected"];
const texts = [
  ...["text", "text-muted", "text-faint", "link", "pass", "fail", "warn"],
  ...channels.map((channel) => `ch-${channel}-ink`),
];
const marks = [
  ...["border-strong", "focus", "agent-ai", "agent-human"],
  ...channels.map((channel) => `ch-${channel}`),
];
const product = (over: readonly string[], under: readonly string[]) =>
  over.flatMap((one) => under.map((other) => [one, other] as const));
const textPairs = [
  ...product(texts, surfaces),
  ...product(["text", "text-muted"], ["pass-wash", "fail-wash", "warn-wash", "neutral-wash"]),
  ...["pass", "fail", "warn"].map((verdict) => [verdict, `${verdict}-wash`] as const),
  ...[["action-text", "action"] as const],
  ...product(["chart-axis"], ["canvas", "panel", "sunken"]),
];

/** What the design promises: the smallest difference between two channels, by kind of eyes. */
const promises = [
  { name: "light", theme: light, normal: 22.4, protan: 14.3, deutan: 13.6, tritan: 13.2 },
  { name: "dark", theme: dark, normal: 21.3, protan: 11.4, deutan: 12.3, tritan: 13.2 },
];
const visions = ["normal", "protan", "deutan", "tritan"] as const satisfies Vision[];

describe.each(promises)("the $name theme", ({ theme, ...distances }) => {
  const colour = (name: string): Rgb => {
    const found = theme?.colours.get(name);
    if (found === undefined) throw new Error(`There is no --${name}.`);
    return found;
  };
  const below = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([over, under]) => ({ over, under, ratio: contrast(colour(over), colour(under)) }))
      .filter(({ ratio }) => ratio < least);

  it("has text that is read on every surface it may stand on: 4.5 to 1", () => {
    expect(below(textPairs, 4.5)).toEqual([]);
  });

  it("has marks, control borders and the focus ring that are seen: 3 to 1", () => {
    expect(below(product(marks, ["canvas", "panel", "sunken"]), 3)).toEqual([]);
    expect(below(product(["focus"], surfaces), 3)).toEqual([]);
  });

  it.each(visions)("tells channels apart for %s eyes as the design states", (vision) => {
    const seen = channels.map((channel) => labOf(seeAs(vision, colour(`ch-${channel}`))));
    const differences = seen.flatMap((one, index) =>
      seen.slice(index + 1).map((other) => ciede2000(one, other)),
    );
    expect(Math.min(...differences)).toBeGreaterThanOrEqual(distances[vision] - 0.05);
  });

  it.each(visions)("tells pass from fail, and AI from a person, for %s eyes", (vision) => {
    const difference = (one: string, other: string) =>
      ciede2000(labOf(seeAs(vision, colour(one))), labOf(seeAs(vision, colour(other))));
    expect(difference("pass", "fail")).toBeGreaterThanOrEqual(16.9);
    expect(difference("agent-ai", "agent-human")).toBeGreaterThanOrEqual(26);
  });
});

it("is dark in one way, chosen by hand or by the system", () => {
  expect(systemDark?.name).toContain("prefers-color-scheme: dark");
  expect(systemDark?.colours).toEqual(dark?.colours);
  expect([...(dark?.colours.keys() ?? [])]).toEqual([...(light?.colours.keys() ?? [])]);
});
