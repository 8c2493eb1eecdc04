import type { ReactNode } from "react";
import { Frame } from "../frame";

/** The layout of pages that need a sign-in. */
export default function InsideLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}
