import { describe, expect, it } from "vitest";
import { growthOf, linearGrowthMax } from "@/lib/testing/growth";
import { hostileTexts } from "@/lib/testing/hostile-texts";
import { JsonScanner } from "./json-scanner";
import { otlpJson } from "./otlp-json";

const pieceLength = 4_096;

describe("reading a file takes as much time as it is long", () => {
  it.each(hostileTexts)("$name", ({ of }) => {
    const growth = growthOf(of, 6_000, (text) => {
      otlpJson.recognise(new TextEncoder().encode(text));
      const scanner = new JsonScanner(1, ["spans"], "spans");
      const whole = `{"spans":[{"a":${JSON.stringify(text)}},${text}`;
      for (let at = 0; at < whole.length; at += pieceLength) {
        if (scanner.feed(whole.slice(at, at + pieceLength), 1) !== -1) break;
      }
      scanner.abandon();
    });
    expect(growth).toBeLessThanOrEqual(linearGrowthMax);
  });
});
