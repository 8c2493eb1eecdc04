import { expect, it, vi } from "vitest";
import { createSteps } from "./progress";

it("says how far a piece of work is in a line every ten seconds, where there is no terminal", () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    let nowMs = 0;
    const steps = createSteps(() => nowMs);
    for (let done = 0; done < 25; done += 1) {
      steps.update({ label: "main, copying", done: done * 100, total: 2400, noun: "row" });
      nowMs += 1000;
    }
    steps.done();
  } finally {
    write.mockRestore();
  }
  expect(written).toEqual([
    "main, copying: 1,000 of 2,400 rows\n",
    "main, copying: 2,000 of 2,400 rows\n",
  ]);
});
