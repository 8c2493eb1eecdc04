import { expect, it } from "vitest";
import { outcomes } from "@/lib/domain/case/outcome";
import { outcomesByUrgency } from "./wording";

it("orders every outcome exactly once", () => {
  expect([...outcomesByUrgency].sort()).toEqual([...outcomes].sort());
});
