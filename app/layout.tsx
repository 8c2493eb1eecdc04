import "./globals.css";
import type { Metadata } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, themeCookieName } from "@/lib/format/layout/theme";

export const metadata: Metadata = {
  title: { default: "Throughline", template: "%s · Throughline" },
  referrer: "same-origin",
};

/** Preloaded, and left out of a page on which it comes too late, so that no line of text wraps anew. */
const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  adjustFontFallback: "Arial",
  variable: "--font-inter",
});

// Pages read the database on every request; without this Next.js would prerender them.
export const dynamic = "force-dynamic";

/** The document, with the theme from its cookie so that it does not flash. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookieName)?.value);
  return (
    <html
      lang="en-GB"
      className={inter.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body>{children}</body>
    </html>
  );
}
