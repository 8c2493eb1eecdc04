export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The cookie that keeps the choice. */
export const themeCookieName = "theme";

const yearSeconds = 31_536_000;

/** Reads the cookie's value; whatever is no theme counts as the system's. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** The cookie as a script writes it; `system` removes it. */
export function themeCookie(theme: Theme): string {
  const age = theme === "system" ? 0 : yearSeconds;
  return `${themeCookieName}=${theme}; path=/; max-age=${age}; samesite=lax`;
}
