import { expect, it } from "vitest";
import { evaluatorTitle } from "@/lib/domain/quality/evaluator-catalogue";
import { accuracyOf } from "@/lib/pages/quality/load-accuracy";
import { ruleName } from "./disclosure-words";
import { signInProblem } from "./layout/sign-in-words";

it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "%s, which every object has, is none of our names",
  (name) => {
    expect(evaluatorTitle(name)).toBeNull();
    expect(accuracyOf(name)).toBe(accuracyOf("another judge"));
    expect(ruleName(name)).toBe(name);
    expect(signInProblem(name)).toBe(signInProblem("failed"));
  },
);
