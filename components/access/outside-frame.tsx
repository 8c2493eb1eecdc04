import type { ReactNode } from "react";
import { Brand } from "../layout/brand";
import { IconSprite } from "../ui/icon-sprite";

/** The frame of pages that need no sign-in. */
export function OutsideFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh content-start justify-items-center gap-6 bg-sunken px-3 py-10">
      <IconSprite />
      <header>
        <Brand href="/sign-in" />
      </header>
      <main id="main" className="grid w-full max-w-[440px] grid-cols-[minmax(0,1fr)] gap-4">
        {children}
      </main>
    </div>
  );
}
