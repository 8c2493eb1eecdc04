import { themeCookie, type Theme } from "@/lib/format/layout/theme";

/** Applies a theme at once and stores it in a cookie. */
export function applyTheme(theme: Theme): void {
  document.cookie = themeCookie(theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
