import { expect, it } from "vitest";
import { translateError } from "./translate-error";

it("says that a password is missing as node-postgres finds it out", () => {
  const found = new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");
  expect(translateError(found, true).error).toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/asks for a password/) as string,
  });
});

it("leaves an error of a file and of our own code what it is", () => {
  const file = Object.assign(new Error("no such file"), {
    code: "ENOENT",
    ...{ syscall: "open", path: "/tmp/export.jsonl" },
  });
  const own = new TypeError("undefined is not a function");
  for (const error of [file, own]) {
    expect(translateError(error)).toEqual({ error, isConnectionLost: false });
  }
});
