export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Name of the cookie. */
export const themeCookieName = "theme";

const yearSeconds = 31_536_000;

/** Parses the cookie's value; an unknown one is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** The cookie text for `document.cookie`; `system` removes it. */
export function themeCookie(theme: Theme): string {
  const age = theme === "system" ? 0 : yearSeconds;
  return `${themeCookieName}=${theme}; path=/; max-age=${age}; samesite=lax`;
}
