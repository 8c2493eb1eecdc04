import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QueueCard } from "./queue-card";

const nothingOf = { senders: [], furtherSenders: null, failures: [], failed: 0 };
const empty = { depth: 0, stages: [], age: null, ...nothingOf };
const waiting = { ...empty, depth: 2, age: "2 minutes" };

it.each([
  ["an interruption of derivation that is over, where nothing waits", empty, true, "Last interr"],
  ["an error, while something waits", waiting, true, "last error"],
  ["an error of something else, whatever waits", empty, false, "last error"],
])("names what last went wrong %s", (_name, queue, isOfDerivation, label) => {
  const lastProblem = { message: "The disk is full.", atUs: 0, isOfDerivation };
  const html = renderToStaticMarkup(
    <QueueCard queue={queue} lastProblem={lastProblem} tokenNames={{}} />,
  );
  expect(html).toContain(label);
  expect(html).toContain(lastProblem.message);
});

it("says how much waits of each token, and how long, under its name", () => {
  const senders = [
    { token: "tok1", depth: 1200, age: "3 minutes" },
    { token: "constructor", depth: 2, age: "1 minute" },
    { token: "", depth: 1, age: "5 s" },
  ];
  const furtherSenders = { count: 12, depth: 340, age: "2 minutes" };
  const queue = { ...waiting, senders, furtherSenders };
  const html = renderToStaticMarkup(
    <QueueCard queue={queue} lastProblem={null} tokenNames={{ tok1: "Voice agents" }} />,
  );
  const said = html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  expect(said).toContain("Voice agents 1,200, ");
  expect(said).toContain("token constructor 2, for 1 minute");
  expect(said).toContain("files, and what came without a token 1, for 5 s");
  expect(said).toContain("12 further tokens 340, for up to 2 minutes");
});
