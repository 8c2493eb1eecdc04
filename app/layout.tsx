import "./globals.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import { parseTheme, themeCookieName } from "@/lib/format/layout/theme";

export const metadata: Metadata = {
  title: { default: "Throughline", template: "%s · Throughline" },
  referrer: "same-origin",
};

// Pages read the database on every request; without this Next.js would prerender them.
export const dynamic = "force-dynamic";

/**
 * The document, with the theme from its cookie so that it does not flash. It preloads the font itself: the framework's
 * own loader leaves that out of the document for unknown addresses.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookieName)?.value);
  return (
    <html lang="en-GB" data-theme={theme === "system" ? undefined : theme}>
      <head>
        <link rel="preload" href={inter} as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>{children}</body>
    </html>
  );
}
