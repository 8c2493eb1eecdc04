import { themeCookie, type Theme } from "@/lib/format/layout/theme";

/** Draws the document in a theme at once, and keeps the choice for the pages to come. */
export function applyTheme(theme: Theme): void {
  document.cookie = themeCookie(theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
