import { DatabaseError } from "pg";
import { expect, it } from "vitest";
import { translateError } from "./translate-error";

it("says that a password is missing as node-postgres finds it out", () => {
  const found = new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");
  expect(translateError(found, true).error).toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/password/) as string,
  });
});

it.each([
  ["53100", /disk .*full/],
  ["53200", /short of memory/],
  ["57P03", /starting or/],
  ["25P03", /too long/],
  ["XX001", /its log/],
  ["58030", /its log/],
])("says what is wrong with a server that answers %s", (state, sentence) => {
  const found = Object.assign(new DatabaseError("as the server words it", 0, "error"), {
    code: state,
  });
  expect(translateError(found).error).toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(sentence) as string,
    digest: "database-unavailable",
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

it("takes no error of a connection that is made for one of a statement, as on a full disk", () => {
  const found = Object.assign(new DatabaseError("could not write init file", 0, "error"), {
    code: "XX000",
  });
  expect(translateError(found).error).toBe(found);
  expect(translateError(found, true).error).toMatchObject({
    code: "unavailable",
    digest: "database-unavailable",
  });
});
