import { expect, it } from "vitest";
import { html } from "./html";

it("what is put into HTML is text", () => {
  const name = `<b title="x">O'Neil & Co</b>`;
  expect(html`<p>${name}</p>`.html).toBe(
    "<p>&lt;b title=&quot;x&quot;&gt;O&#39;Neil &amp; Co&lt;/b&gt;</p>",
  );
});

it("HTML itself, and lists of it, stay what they are; nothing is nothing", () => {
  const list = ["a", "<"].map((each) => html`<li>${each}</li>`);
  expect(html`${list}`.html).toBe("<li>a</li><li>&lt;</li>");
  expect(html`${null}${3}`.html).toBe("3");
});
