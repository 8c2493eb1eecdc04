import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReadError } from "./read-error";

it("says what failed and what still works, offers another try and names the request", () => {
  const html = renderToStaticMarkup(
    <ReadError
      page="Cases"
      title="The list could not be read."
      detail="Single cases may still open."
      retryHref="/cases?channel=sms"
      requestId="0a1b2c3d"
    />,
  );
  expect(html).toContain('role="alert"');
  for (const part of ["could not be read", "may still open", "Try again", "0a1b2c3d"]) {
    expect(html).toContain(part);
  }
  expect(html).toContain('href="/cases?channel=sms"');
});
