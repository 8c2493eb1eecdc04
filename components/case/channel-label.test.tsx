import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";

it("finds the colours of each channel in the style sheet", () => {
  const styles = readFileSync("app/globals.css", "utf8");
  for (const channel of channels) expect(styles).toContain(`.channel-${channel} {`);
});
