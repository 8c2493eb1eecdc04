import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What tests import that read the demo, which the first of them makes in half a minute. */
const readsDemo = /\/demo-(?:workspace|readings)"/;

/** Vitest's own order, but of the tests that read the demo one comes first and the others last: none waits for it. */
export class DemoMadeMeanwhile extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [maker, ...readers] = sorted.filter(
      ({ moduleId, project }) =>
        project.name === "unit" && readsDemo.test(readFileSync(moduleId, "utf8")),
    );
    if (maker === undefined) return sorted;
    const late = new Set([maker, ...readers]);
    return [maker, ...sorted.filter((each) => !late.has(each)), ...readers];
  }
}
