import "@fontsource-variable/inter";
import "./globals.css";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DisplayZoneProvider } from "@/components/ui/display-zone-provider";
import { Shell } from "@/components/layout/shell";
import { parseTheme, themeCookieName } from "@/lib/view/theme";
import { shownWorkspace } from "./shown-workspace";

export const metadata: Metadata = {
  title: { default: "Throughline", template: "%s · Throughline" },
  referrer: "same-origin",
};

// Pages read the database on every request; without this they would be built as static ones.
export const dynamic = "force-dynamic";

/** The document: theme from its cookie, so that nothing flashes, and the frame around every page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookieName)?.value);
  const { name, hasOwnSpans, hasDemo, displayZone } = await shownWorkspace();
  return (
    <html lang="en-GB" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <DisplayZoneProvider zone={displayZone}>
          <Shell workspace={name} hasOwnSpans={hasOwnSpans} hasDemo={hasDemo} theme={theme}>
            {children}
          </Shell>
        </DisplayZoneProvider>
      </body>
    </html>
  );
}
