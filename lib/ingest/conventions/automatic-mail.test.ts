import { describe, expect, it } from "vitest";
import { isAutomaticMail } from "./read/is-automatic-mail";
import { reading } from "./test-span";

const isAutomatic = (attributes: Readonly<Record<string, string>>) =>
  isAutomaticMail(new Map(Object.entries(attributes)));

describe("automatic mail", () => {
  it("is the system's message, not the customer's", () => {
    const attributes = {
      "message.role": "customer",
      "message.content": "Back on Friday.",
      "email.headers": '{"Auto-Submitted":"auto-replied"}',
    };
    expect(reading({ attributes })).toMatchObject({
      input: null,
      output: [{ speaker: "system", text: "Back on Friday." }],
    });
  });

  it.each([
    [{ "email.header.auto-submitted": "auto-replied" }],
    [{ "email.headers": '{"Auto-Submitted":"auto-generated"}' }],
    [{ "message.headers": '[["X-Autoreply","yes"]]' }],
    [{ headers: '[{"name":"Precedence","value":"auto_reply"}]' }],
    [{ "X-Failed-Recipients": "kim@example.com" }],
  ])("is known by its headers %j", (attributes) => {
    expect(isAutomatic(attributes)).toBe(true);
  });

  it.each([
    [{ "email.header.auto-submitted": "no" }],
    [{ "email.headers": '{"Precedence":"list","X-Priority":"1"}' }],
    [{ precedence: "bulk" }],
  ])("is not what a person sent with %j", (attributes) => {
    expect(isAutomatic(attributes)).toBe(false);
  });
});
