import { describe, expect, it } from "vitest";
import { codeOf } from "./password-link";

describe("what somebody pastes of a link", () => {
  it.each(["http://127.0.0.1:3000/password#code=a-b_C", " a-b_C\n", "#code=a-b_C", "code=a-b_C"])(
    "may be the link or the code alone: %j",
    (pasted) => {
      expect(codeOf(pasted)).toBe("a-b_C");
    },
  );
});
