import { expect, it } from "vitest";
import { rememberText } from "./remember-text";

it("computes a text's answer once, and forgets all when the texts are a million characters", () => {
  const asked: string[] = [];
  const lengthOf = rememberText((text) => {
    asked.push(text);
    return text.length;
  });
  const long = "x".repeat(600_000);
  expect([lengthOf("short"), lengthOf("short"), lengthOf(long)]).toEqual([5, 5, 600_000]);
  expect(asked).toEqual(["short", long]);
  expect([lengthOf(`${long}y`), lengthOf("short")]).toEqual([600_001, 5]);
  expect(asked).toEqual(["short", long, `${long}y`, "short"]);
});
