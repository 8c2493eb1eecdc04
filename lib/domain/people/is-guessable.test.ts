import { describe, expect, it } from "vitest";
import { isGuessable } from "./is-guessable";

describe("a password that is easy to guess", () => {
  it.each([
    "password1234",
    "123456789012",
    "Qwertyuiop12",
    "aaaaaaaaaaaa",
    "ababababababab",
    "Throughline1!",
    "ada.lovelace1",
    "Admin-Admin-1",
    "ada.lovelace@example.com",
    "Ada.Lovelace@Example.com20261130",
    "2026ada.lovelace2026",
    "example.com-20261130",
  ])("is %s", (password) => {
    expect(isGuessable(password, "Ada.Lovelace@example.com")).toBe(true);
  });

  it.each([
    "a long walk over the hills",
    "correct horse battery",
    "Tr7!kd0sPq2x",
    "пароль с пробелом",
  ])("is not %s", (password) => {
    expect(isGuessable(password, "ada.lovelace@example.com")).toBe(false);
  });
});
