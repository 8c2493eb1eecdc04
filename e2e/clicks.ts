import type { Page } from "@playwright/test";

/** One click of a person. */
export type Click = (page: Page) => Promise<void>;

/** Follows the first link of a name. */
export const link =
  (name: RegExp | string): Click =>
  (page) =>
    page
      .getByRole("link", { name, exact: typeof name === "string" })
      .first()
      .click();
/** Opens a page by its navigation entry. */
export const entry =
  (name: string): Click =>
  (page) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
/** Opens the figure of a card. */
export const figure =
  (name: string): Click =>
  (page) =>
    page
      .getByRole("list", { name: "Figures" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name }) })
      .getByRole("link")
      .first()
      .click();

/** Opens what a metric counts. */
export const counted =
  (id: string): Click =>
  (page) =>
    page.locator(`#${id}`).getByRole("link").first().click();

/** Presses a button. */
export const button =
  (name: RegExp | string): Click =>
  (page) =>
    page
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
