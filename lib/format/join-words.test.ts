import { expect, it } from "vitest";
import { joinedByOr } from "./join-words";

it("joins alternatives as people do", () => {
  expect(["", "a", "a b", "a b c"].map((words) => joinedByOr(words.split(" ")))).toEqual([
    "",
    "a",
    "a or b",
    "a, b or c",
  ]);
});
