import { describe, expect, it } from "vitest";
import { comesBack } from "./comes-back";

describe("a message after the closing", () => {
  it.each(["🙏", "👍🏽👍🏽", "❤️!", "🇩🇪", "👩‍💻", "★★★★☆", ":-)", ";)", "<3", "^^"])(
    "that is the picture %s alone is no return",
    (text) => expect(comesBack(text)).toBe(false),
  );

  it.each(["7", "10", "0", "4/5", "9 / 10", "3️⃣", "4,5", " 8. "])(
    "that is the grade %s alone is no return",
    (text) => expect(comesBack(text)).toBe(false),
  );

  it.each([
    "Automatische Antwort: Ihre Anfrage\nIch bin bis Montag nicht im Haus.",
    "Subject: Automatic reply: Your order\n\nBack on Friday.",
    "[Auto-Reply] Thanks for your mail",
    "Undeliverable: Your invoice",
    "Undelivered Mail Returned to Sender\n<kim@example.com>: user unknown",
    "Delivery Status Notification (Failure)",
    "From: kim@example.com\nAuto-Submitted: auto-replied\n\nBack on Friday.",
    "X-Autoreply: yes\nBack on Friday.",
  ])("that a mail program sent is no return: %s", (text) => expect(comesBack(text)).toBe(false));

  it.each([
    "??",
    "?!",
    "4711",
    "20",
    "👍 but the lid is still missing",
    "3 of the cups are broken",
    "5 stars? No: it does not work",
    "The automatic reply told me to write again.",
    "Your mail delivery failed to bring me my parcel.",
    "Undeliverable again, said the courier",
    "Auto-Submitted: no\nIt is broken again.",
    "",
  ])("is a return where it may be one: %s", (text) => expect(comesBack(text)).toBe(true));
});
