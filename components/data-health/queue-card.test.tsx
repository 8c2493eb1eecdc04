import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QueueCard } from "./queue-card";

const empty = { depth: 0, stages: [], age: null, failures: [], failed: 0 };
const waiting = { ...empty, depth: 2, age: "2 minutes" };

it.each([
  ["an interruption of derivation that is over, where nothing waits", empty, true, "Last interr"],
  ["an error, while something waits", waiting, true, "last error"],
  ["an error of something else, whatever waits", empty, false, "last error"],
])("names what last went wrong %s", (_name, queue, isOfDerivation, label) => {
  const lastProblem = { message: "The disk is full.", atUs: 0, isOfDerivation };
  const html = renderToStaticMarkup(<QueueCard queue={queue} lastProblem={lastProblem} />);
  expect(html).toContain(label);
  expect(html).toContain(lastProblem.message);
});
