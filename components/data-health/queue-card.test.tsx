import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QueueCard } from "./queue-card";

const lastProblem = { message: "Derivation stopped: the disk is full.", atUs: 0 };

it.each([
  ["an interruption that is over, where nothing waits", null, "last interruption"],
  ["an error, while something waits", "2 minutes", "last error"],
])("names what last went wrong %s", (_name, age, label) => {
  const queue = { depth: 0, stages: [], age, failures: [], failed: 0 };
  const html = renderToStaticMarkup(<QueueCard queue={queue} lastProblem={lastProblem} />);
  expect(html).toContain(label);
  expect(html).toContain(lastProblem.message);
});
