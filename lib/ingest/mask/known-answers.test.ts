import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isWholeTier } from "@/lib/testing/runs";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { statVectors } from "@/lib/testing/stat-vectors";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { hasLuhnDigit, isCardNumber } from "./numbers/is-card-number";
import { createTextMasker } from "./mask-text";
import { readIban } from "./numbers/read-iban";

describe("check digits", () => {
  const numbers = z.array(z.object({ s: z.string(), valid: z.boolean() })).min(3);

  it.each(statVectors("luhn", numbers))("Luhn's formula says of $s: $valid", ({ s, valid }) => {
    expect(hasLuhnDigit(s.replaceAll(" ", ""))).toBe(valid);
  });

  it("takes no number for a card that no issuer gives out", () => {
    expect(isCardNumber("0000000000000000")).toBe(false);
  });

  it.each(statVectors("iban_mod97", numbers))("$s is an IBAN: $valid", ({ s, valid }) => {
    expect(readIban(s, 0)?.value).toBe(valid ? s.replaceAll(" ", "") : undefined);
  });
});

describe("time", () => {
  const length = isWholeTier ? 300_000 : 40_000;
  const fill = (part: string): string => part.repeat(Math.ceil(length / part.length));

  const hostile =
    '1|1-|+1|@|a@|-|\\"|a=|password=|password="|%41|[|{|<A|eyJ|://a:b@|a dot |phone 4155550100 |DE89|1.2.3.4.|a:b:|a';

  // A quadratic algorithm would exceed the test's time limit by far.
  it.each(hostile.split("|"))("ends for a long text made of %j", (part) => {
    const masker = createTextMasker(testPseudonymise);
    expect(masker.mask(fill(part)).text).not.toBe("");
  });
});

describe("a real export", () => {
  const references =
    /#W\d{7}|\b\d{10}\b|\$[\d,.]+\d|(?<!(?:DOB|birth)[^\n]{0,40})\b20[12]\d-\d\d-\d\d\b|\b\d{1,2}:\d\d\b/gi;

  it("keeps its item ids, order ids, prices, times, and dates that are no birth dates", () => {
    const path = requireShared("data/ingest/real-cases.otlp.jsonl.gz");
    const masker = createTextMasker(testPseudonymise);
    const leaves = new Set<string>();
    for (const line of gunzipSync(readFileSync(path)).toString().trim().split("\n")) {
      addLeaves(JSON.parse(line), leaves);
    }
    expect(leaves.size).toBeGreaterThan(20_000);
    const read = [...leaves].filter((_, at) => isWholeTier || at % 64 === 0);
    const changed = read.filter((text) => {
      const kept = masker.mask(text).text.match(references) ?? [];
      return kept.length !== (text.match(references) ?? []).length;
    });
    expect(changed.map((text) => text.slice(0, 200))).toEqual([]);
  });
});

function addLeaves(value: unknown, leaves: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) addLeaves(item, leaves);
  } else if (typeof value === "string") {
    const inside = /^[[{"]/.test(value) ? parse(value) : undefined;
    if (inside === undefined) leaves.add(value);
    else addLeaves(inside, leaves);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
